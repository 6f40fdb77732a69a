import Check from 'lucide-react/icons/check';
import HandHelping from 'lucide-react/icons/hand-helping';
import LockOpen from 'lucide-react/icons/lock-open';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import Stamp from 'lucide-react/icons/stamp';
import { useTranslation } from 'react-i18next';
import { type DeskMatter } from '../../shared/views/desk.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Button } from '../ui/button.tsx';
import styles from './matter-acts.module.css';
import { type MatterAct } from './use-desk.ts';

/** What asks something before it is done. */
export type MatterQuestion = 'freeTerminal' | 'mark' | 'adopt' | 'void';

interface MatterActsProps {
  readonly matter: DeskMatter;
  readonly busyWith: MatterAct | undefined;
  readonly onOpen: (saleId: string) => void;
  readonly onAct: (matter: DeskMatter, act: MatterAct) => void;
  readonly onAsk: (question: MatterQuestion) => void;
}

/** What main takes now, the likeliest first, and when Dintero was asked. */
export function MatterActs({ matter, busyWith, onOpen, onAct, onAsk }: MatterActsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { can, lastCheckedAt, saleId } = matter;
  const acting = (act: MatterAct) => ({ busy: busyWith === act, onPress: () => onAct(matter, act) });
  return (
    <>
      {can.seen && (
        <Button icon={<Check size="1.25rem" aria-hidden />} {...acting('seen')}>
          {t('desk.seen')}
        </Button>
      )}
      {can.checkNow && (
        <Button icon={<RefreshCw size="1.25rem" aria-hidden />} {...acting('checkNow')}>
          {t('desk.checkNow')}
        </Button>
      )}
      {can.adopt && (
        <Button icon={<HandHelping size="1.25rem" aria-hidden />} onPress={() => onAsk('adopt')}>
          {t('desk.takeOver.open')}
        </Button>
      )}
      {can.mark && (
        <Button icon={<Stamp size="1.25rem" aria-hidden />} onPress={() => onAsk('mark')}>
          {t('desk.mark.open')}
        </Button>
      )}
      {can.void && (
        <Button icon={<LockOpen size="1.25rem" aria-hidden />} onPress={() => onAsk('void')}>
          {t('pay.void.open')}
        </Button>
      )}
      {saleId !== undefined && (
        <Button variant="quiet" onPress={() => onOpen(saleId)}>
          {t('desk.open')}
        </Button>
      )}
      {can.cancel && (
        <Button variant="quiet" {...acting('cancel')}>
          {t('desk.cancel')}
        </Button>
      )}
      {can.freeTerminal && (
        <Button variant="quiet" onPress={() => onAsk('freeTerminal')}>
          {t('desk.free')}
        </Button>
      )}
      <span className={styles.asked}>
        {lastCheckedAt === undefined
          ? t('desk.neverAsked')
          : t('desk.lastAsked', { time: format.exactTime(lastCheckedAt) })}
      </span>
    </>
  );
}

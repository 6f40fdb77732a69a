import ChevronRight from 'lucide-react/icons/chevron-right';
import { useTranslation } from 'react-i18next';
import { type TerminalChoice } from '../../shared/views/pairing.ts';
import { tailOf } from '../terminals/terminal-name.ts';
import { Button } from '../ui/button.tsx';
import styles from './store-step.module.css';

interface WaitingTerminalsProps {
  /** Those that can't be picked yet. */
  readonly waiting: readonly TerminalChoice[];
  readonly onOpen: (terminalId: string) => void;
}

/** The way to what a terminal waits for, with the steps that a person takes. */
export function WaitingTerminals({ waiting, onOpen }: WaitingTerminalsProps) {
  const { t } = useTranslation();
  return waiting.map((terminal) => {
    const tail = t('common.serialTail', { tail: tailOf(terminal) });
    return (
      <p key={terminal.terminalId} className={styles.more}>
        <span>{t('pairing.terminal.waiting', { tail })}</span>
        <Button
          icon={<ChevronRight size="1.25rem" aria-hidden />}
          onPress={() => onOpen(terminal.terminalId)}
        >
          {t('pairing.terminal.openWaiting', { tail })}
        </Button>
      </p>
    );
  });
}

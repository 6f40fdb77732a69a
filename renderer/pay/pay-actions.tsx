import Inbox from 'lucide-react/icons/inbox';
import Nfc from 'lucide-react/icons/nfc';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import RotateCw from 'lucide-react/icons/rotate-cw';
import ShoppingBasket from 'lucide-react/icons/shopping-basket';
import Undo2 from 'lucide-react/icons/undo-2';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TerminalView } from '../../shared/views/terminal.ts';
import { keyNames } from '../app/keyboard.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { FreeTerminalDialog } from '../terminals/free-terminal-dialog.tsx';
import { terminalName } from '../terminals/terminal-name.ts';
import { Button } from '../ui/button.tsx';
import { OtherTerminalDialog } from './other-terminal-dialog.tsx';
import { type PaymentUse } from './use-payment.ts';

interface PayActionsProps {
  readonly payment: PaymentUse;
  readonly busy: boolean;
  readonly tookNothing: boolean;
  /** The till's terminals but for the one that was tried, where the sale may go to one of them. */
  readonly otherTerminals: readonly TerminalView[] | undefined;
  readonly onTryAgain: () => void;
  readonly onOtherTerminal: (terminalId: string) => void;
  readonly onRefund: () => void;
}

/** What can be done now, the likeliest first. */
export function PayActions(props: PayActionsProps) {
  const { payment, busy, tookNothing, otherTerminals, onTryAgain, onOtherTerminal, onRefund } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState<'free' | 'other'>();
  const done = (): void => setAsking(undefined);
  const { view, act } = payment;
  const { can, shown } = view;
  const unknown = shown === 'unknown';
  const approved = shown === 'approved';
  const cancelButton = (
    <Button icon={<X size="1.25rem" aria-hidden />} shortcut={keyNames.escape} onPress={() => act('cancel')}>
      {t('pay.act.cancel')}
    </Button>
  );
  return (
    <>
      {can.tryAgain && (
        <Button
          variant="primary"
          icon={<RotateCw size="1.25rem" aria-hidden />}
          shortcut={keyNames.charge}
          onPress={onTryAgain}
        >
          {t('pay.act.tryAgain')}
        </Button>
      )}
      {otherTerminals && (
        <Button icon={<Nfc size="1.25rem" aria-hidden />} onPress={() => setAsking('other')}>
          {t('pay.act.otherTerminal')}
        </Button>
      )}
      {tookNothing && (
        <Button
          icon={<ShoppingBasket size="1.25rem" aria-hidden />}
          shortcut={keyNames.escape}
          onPress={() => act('backToBasket')}
        >
          {t('pay.act.backToBasket')}
        </Button>
      )}
      {can.newSale && (
        <Button
          variant={tookNothing ? 'quiet' : 'primary'}
          {...(!tookNothing && { size: 'large', shortcut: keyNames.enter })}
          onPress={() => act('newSale')}
        >
          {t('pay.act.newSale')}
        </Button>
      )}
      {can.cancel && !unknown && cancelButton}
      {can.checkNow && (
        <Button
          variant={unknown ? 'primary' : 'quiet'}
          icon={<RefreshCw size="1.25rem" aria-hidden />}
          busy={busy}
          onPress={() => act('checkNow')}
        >
          {t('pay.act.checkNow')}
        </Button>
      )}
      {can.cancel && unknown && cancelButton}
      {can.setAside && (
        <Button icon={<Inbox size="1.25rem" aria-hidden />} onPress={() => act('setAside')}>
          {t('pay.act.setAside')}
        </Button>
      )}
      {can.freeTerminal && (
        <Button variant="quiet" onPress={() => setAsking('free')}>
          {t('pay.act.freeTerminal')}
        </Button>
      )}
      {approved && (
        <Button variant="quiet" icon={<Undo2 size="1.25rem" aria-hidden />} onPress={onRefund}>
          {t('pay.act.refund')}
        </Button>
      )}
      <FreeTerminalDialog
        open={asking === 'free'}
        terminal={terminalName(t, payment.terminal)}
        onNo={done}
        onYes={() => {
          done();
          act('freeTerminal');
        }}
      />
      {otherTerminals && asking === 'other' && (
        <OtherTerminalDialog
          others={otherTerminals}
          amount={format.money(view.attempt.amount)}
          onNo={done}
          onYes={(terminalId) => {
            done();
            onOtherTerminal(terminalId);
          }}
        />
      )}
    </>
  );
}

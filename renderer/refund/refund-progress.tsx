import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { refundAttention, refundHoldsTerminal } from '../../shared/refund.ts';
import { assertNever } from '../../shared/result.ts';
import { type PairedTerminal } from '../../shared/views/pairing.ts';
import { type RefundView } from '../../shared/views/refund.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { BigAmount } from '../pay/big-amount.tsx';
import { FreeTerminalDialog } from '../terminals/free-terminal-dialog.tsx';
import { tailOf, terminalName } from '../terminals/terminal-name.ts';
import { Button } from '../ui/button.tsx';
import { Facts } from '../ui/facts.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { OutcomeFrame } from '../ui/outcome-frame.tsx';
import { refundLooks } from './refund-look.ts';
import { RefundWords } from './refund-words.tsx';

interface RefundProgressProps {
  readonly view: RefundView;
  readonly terminal: PairedTerminal | undefined;
  readonly busy: boolean;
  readonly fault: Fault | undefined;
  readonly onCheck: () => void;
  readonly onFree: () => void;
  readonly onSeen: () => void;
  /** Back to the choice, after a refund that did not happen. */
  readonly onAgain: () => void;
  readonly onLeave: () => void;
}

/** A refund from its first second to its end. A 202 is never shown as done (rule R3). */
export function RefundProgress(props: RefundProgressProps) {
  const { view, terminal, fault } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { refund } = view;
  const { tone, Icon } = refundLooks[refund.state];
  const urgent = refund.state === 'failed' || refund.state === 'refused' || refund.state === 'unknown';
  return (
    <OutcomeFrame
      label={t('refund.title')}
      testId="refund"
      state={refund.state}
      reference={refund.reference}
      tone={tone}
      Icon={Icon}
      title={t(`refund.state.${refund.state}`)}
      urgent={urgent}
      code={refund.cause}
      side={
        <Facts
          facts={[
            { label: t('staff.approval.reason'), value: refund.reason },
            { label: t('staff.approval.approver'), value: refund.approver.name },
            { label: t('pay.facts.time'), value: format.exactTime(refund.settledAt ?? refund.startedAt) },
            ...(refund.terminalId === undefined || !terminal
              ? []
              : [
                  {
                    label: t('pay.facts.terminal'),
                    value: t('common.serialTail', { tail: tailOf(terminal) }),
                  },
                ]),
          ]}
        />
      }
      {...(fault && { fault: <FaultMessage fault={fault} about="reading" /> })}
      actions={<Actions {...props} />}
    >
      <BigAmount money={refund.amount} caption={refund.amount.currency} />
      <RefundWords view={view} terminal={terminal} />
    </OutcomeFrame>
  );
}

function Actions(props: RefundProgressProps) {
  const { view, terminal, onFree, onSeen } = props;
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { refund } = view;
  return (
    <>
      <Ways {...props} />
      {refundAttention(refund) && <Button onPress={onSeen}>{t('refund.seen')}</Button>}
      {refund.state === 'unknown' && refundHoldsTerminal(refund) && (
        <Button variant="quiet" onPress={() => setAsking(true)}>
          {t('pay.act.freeTerminal')}
        </Button>
      )}
      <FreeTerminalDialog
        open={asking}
        terminal={terminalName(t, terminal)}
        onNo={() => setAsking(false)}
        onYes={() => {
          setAsking(false);
          onFree();
        }}
      />
    </>
  );
}

/** What can be done next, the likeliest first. */
function Ways({ view, busy, onCheck, onAgain, onLeave }: RefundProgressProps) {
  const { t } = useTranslation();
  const { state } = view.refund;
  const check = (
    <Button
      variant={state === 'unknown' ? 'primary' : 'quiet'}
      icon={<RefreshCw size="1.25rem" aria-hidden />}
      busy={busy}
      onPress={onCheck}
    >
      {t('refund.checkNow')}
    </Button>
  );
  switch (state) {
    case 'sending':
    case 'running':
      return (
        <>
          <Button onPress={onLeave}>{t('refund.leaveRunning')}</Button>
          {check}
        </>
      );
    case 'unknown':
      return (
        <>
          {check}
          <Button onPress={onLeave}>{t('refund.leaveUnknown')}</Button>
        </>
      );
    case 'done':
      return (
        <Button variant="primary" size="large" onPress={onLeave}>
          {t('refund.leave')}
        </Button>
      );
    case 'failed':
    case 'refused':
      return (
        <>
          <Button variant="primary" onPress={onAgain}>
            {t('refund.another')}
          </Button>
          <Button onPress={onLeave}>{t('refund.backToSale')}</Button>
        </>
      );
    default:
      return assertNever(state);
  }
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault, inputFault } from '../../shared/fault.ts';
import { type PairedTerminal } from '../../shared/views/pairing.ts';
import { type RefundOffer } from '../../shared/views/refund.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Card } from '../ui/card.tsx';
import { type Approval, RefundApproval } from './refund-approval.tsx';
import {
  type Chosen,
  amountOf,
  amountShown,
  choiceOf,
  everything,
  previewOf,
  withAmount,
  withQuantity,
} from './refund-choice.ts';
import styles from './refund-form.module.css';
import { RefundLines } from './refund-lines.tsx';
import { RefundSums } from './refund-sums.tsx';
import { useStartRefund } from './use-refund.ts';

interface RefundFormProps {
  readonly offer: RefundOffer;
  readonly terminal: PairedTerminal | undefined;
  readonly training: boolean;
  readonly onReadAgain: () => void;
}

/** What goes back, why, and who approves it. */
export function RefundForm({ offer, terminal, training, onReadAgain }: RefundFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<Chosen>(() => everything(offer));
  const [approval, setApproval] = useState<Approval>(() => emptyApproval(offer));
  const [mistake, setMistake] = useState<Fault>();
  const start = useStartRefund();
  const preview = previewOf(offer, chosen);
  const fault = mistake ?? start.fault;

  const choose = (next: Chosen): void => {
    setChosen(next);
    setMistake(undefined);
    start.clear();
  };

  const confirm = async (): Promise<void> => {
    const choice = choiceOf(chosen, offer.currency);
    const problem = !preview.ok
      ? { field: 'amount', ...preview.error }
      : !choice.ok
        ? choice.error
        : missing(approval);
    setMistake(problem);
    if (problem || !choice.ok) return;
    const started = await start.run({
      saleId: offer.saleId,
      choice: choice.value,
      reason: approval.reason.trim(),
      approverId: approval.approverId ?? '',
      pin: approval.pin,
      seenRemaining: offer.remaining,
    });
    // A PIN is typed for one try.
    if (started && !started.ok) setApproval((before) => ({ ...before, pin: '' }));
  };

  return (
    <div className={styles.form}>
      <Card className={styles.choice} label={t('refund.lines')}>
        <RefundLines
          offer={offer}
          chosen={chosen}
          preview={preview.ok ? preview.value : undefined}
          onQuantity={(lineId, quantity) => choose(withQuantity(chosen, lineId, quantity))}
        />
        <RefundSums offer={offer} preview={preview.ok ? preview.value : undefined} terminal={terminal} />
      </Card>
      <RefundApproval
        offer={offer}
        training={training}
        approval={approval}
        onApproval={(next) => {
          setApproval(next);
          setMistake(undefined);
          start.clear();
        }}
        amountText={amountShown(chosen, preview, offer.currency, format.decimalSeparator)}
        byAmount={chosen.amountText !== undefined}
        onAmountText={(text) => choose(withAmount(text))}
        amount={amountOf(offer, chosen)}
        preview={preview}
        fault={fault}
        busy={start.busy}
        onConfirm={() => void confirm()}
        onReadAgain={onReadAgain}
      />
    </div>
  );
}

/** With one manager there is nothing to choose. */
const emptyApproval = ({ approvers }: RefundOffer): Approval => ({
  reason: '',
  approverId: approvers.length === 1 ? approvers[0]?.id : undefined,
  pin: '',
});

/** The first thing that has not been filled in (rule R5). */
function missing({ reason, approverId, pin }: Approval): Fault | undefined {
  if (reason.trim() === '') return inputFault('input.required', 'reason');
  if (approverId === undefined) return inputFault('input.choose', 'approver');
  return pin === '' ? inputFault('input.required', 'pin') : undefined;
}

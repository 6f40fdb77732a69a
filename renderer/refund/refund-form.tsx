import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Result, err, ok } from '../../shared/result.ts';
import { type RefundOffer } from '../../shared/views/refund.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { useApprovers } from '../staff/use-approvers.ts';
import { Card } from '../ui/card.tsx';
import { RefundApproval } from './refund-approval.tsx';
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
import { RefundTerminal } from './refund-terminal.tsx';
import { type RefundOrder, useRefundReasons, useRefundTerminals, useStartRefund } from './use-refund.ts';

interface RefundFormProps {
  readonly offer: RefundOffer;
  readonly training: boolean;
  readonly onReadAgain: () => void;
}

/** What goes back, why, and who approves it. */
export function RefundForm({ offer, training, onReadAgain }: RefundFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<Chosen>(() => everything(offer, format.decimalSeparator));
  const approvers = useApprovers('refund');
  const start = useStartRefund(approvers);
  const terminals = useRefundTerminals();
  const reasons = useRefundReasons();
  const [terminalId, setTerminalId] = useState(offer.terminalId);
  const preview = previewOf(offer, chosen);

  const choose = (next: Chosen): void => {
    setChosen(next);
    start.touched();
  };

  const order = (): Result<RefundOrder> => {
    if (!preview.ok) return err({ field: 'amount', ...preview.error });
    const choice = choiceOf(chosen, offer.currency);
    if (!choice.ok) return choice;
    return ok({
      payment: offer.payment,
      choice: choice.value,
      seenRemaining: offer.remaining,
      ...(terminalId !== undefined && { terminalId }),
    });
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
        <RefundSums offer={offer} preview={preview.ok ? preview.value : undefined}>
          {terminalId === undefined ? (
            <p>{t('refund.whereNone')}</p>
          ) : (
            <RefundTerminal
              terminalId={terminalId}
              own={terminals.own}
              others={terminals.others}
              onPick={(picked) => {
                setTerminalId(picked);
                start.touched();
              }}
            />
          )}
        </RefundSums>
      </Card>
      <RefundApproval
        offer={offer}
        approvers={approvers}
        reasons={reasons}
        training={training}
        approval={start.approval}
        onApproval={start.setApproval}
        amountText={amountShown(chosen, preview, offer.currency, format.decimalSeparator)}
        byAmount={chosen.amountText !== undefined}
        onAmountText={(text) => choose(withAmount(text))}
        amount={amountOf(offer, chosen)}
        preview={preview}
        fault={start.fault}
        busy={start.busy}
        onConfirm={() => void start.send(order())}
        onReadAgain={onReadAgain}
      />
    </div>
  );
}

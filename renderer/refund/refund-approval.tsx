import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { type MinorUnits } from '../../shared/money.ts';
import { type Person } from '../../shared/person.ts';
import { type RefundSplit } from '../../shared/refund-split.ts';
import { type Result } from '../../shared/result.ts';
import { type RefundOffer } from '../../shared/views/refund.ts';
import { approvalFields } from '../bridge/approvals.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { ApprovalFields } from '../staff/approval-fields.tsx';
import { type Approval } from '../staff/approval.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './refund-approval.module.css';

interface RefundApprovalProps {
  readonly offer: RefundOffer;
  readonly approvers: readonly Person[];
  readonly reasons: readonly string[];
  readonly training: boolean;
  readonly approval: Approval;
  readonly onApproval: (approval: Approval) => void;
  readonly amountText: string;
  readonly byAmount: boolean;
  readonly onAmountText: (text: string) => void;
  /** What the button says; absent while what was typed is no amount. */
  readonly amount: MinorUnits | undefined;
  readonly preview: Result<RefundSplit>;
  readonly fault: Fault | undefined;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onReadAgain: () => void;
}

/** Why, who answers for it, and the amount on the button. */
export function RefundApproval(props: RefundApprovalProps) {
  const { byAmount } = props;
  const { t } = useTranslation();
  const faults = fieldFaults(props.fault, [...approvalFields, 'amount'] as const);
  return (
    <Card className={styles.card}>
      <ApprovalFields
        approval={props.approval}
        onApproval={props.onApproval}
        approvers={props.approvers}
        reasons={props.reasons}
        training={props.training}
        faultOf={faults.of}
        onEnter={props.onConfirm}
      />
      <div className={styles.confirm}>
        <TextField
          label={t('refund.amount')}
          value={props.amountText}
          onChange={props.onAmountText}
          kind="decimal"
          numeric
          hint={t(`refund.${amountHint(props.offer, byAmount)}`)}
          fault={faults.of('amount')}
          onEnter={props.onConfirm}
        />
        {faults.rest && (
          <FaultMessage
            fault={faults.rest}
            about="act"
            actions={<Button onPress={props.onReadAgain}>{t('common.readAgain')}</Button>}
          />
        )}
        <Confirm {...props} />
      </div>
    </Card>
  );
}

function Confirm({
  offer,
  amount,
  preview,
  busy,
  onConfirm,
}: Pick<RefundApprovalProps, 'offer' | 'amount' | 'preview' | 'busy' | 'onConfirm'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Button variant="primary" size="large" wide busy={busy} muted={!preview.ok} onPress={onConfirm}>
      {amount === undefined
        ? t('refund.confirmEmpty')
        : t('refund.confirm', { amount: format.money({ amount, currency: offer.currency }) })}
    </Button>
  );
}

function amountHint({ lines }: RefundOffer, byAmount: boolean) {
  if (lines.length === 0) return 'amountAlone';
  return byAmount ? 'amountByAmount' : 'amountByLines';
}

import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { type MinorUnits } from '../../shared/money.ts';
import { type RefundSplit } from '../../shared/refund-split.ts';
import { type Result } from '../../shared/result.ts';
import { type RefundOffer } from '../../shared/views/refund.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Select } from '../ui/select.tsx';
import { SuggestField } from '../ui/suggest-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './refund-approval.module.css';

/** Why, and who answers for it (rule R5). */
export interface Approval {
  readonly reason: string;
  readonly approverId: string | undefined;
  readonly pin: string;
}

interface RefundApprovalProps {
  readonly offer: RefundOffer;
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

const longestReason = 200;
const longestPin = 12;
const fields: ReadonlySet<string> = new Set(['reason', 'approver', 'pin', 'amount']);

export function RefundApproval(props: RefundApprovalProps) {
  const { offer, approval, onApproval, byAmount, fault } = props;
  const { t } = useTranslation();
  const of = (field: string): Fault | undefined => (fault?.field === field ? fault : undefined);
  const general = fault && !fields.has(fault.field ?? '') ? fault : undefined;
  return (
    <Card className={styles.card}>
      <div className={styles.fields}>
        <SuggestField
          label={t('refund.reason')}
          value={approval.reason}
          onChange={(reason) => onApproval({ ...approval, reason })}
          suggestions={[
            t('refund.reasons.return'),
            t('refund.reasons.faulty'),
            t('refund.reasons.price'),
            t('refund.reasons.double'),
            t('refund.reasons.regret'),
          ]}
          placeholder={t('refund.reasonPlaceholder')}
          openLabel={t('refund.showReasons')}
          maxLength={longestReason}
          fault={of('reason')}
        />
        <Select
          label={t('refund.approver')}
          value={approval.approverId}
          onChange={(approverId) => {
            // A PIN belongs to a person (rule R5).
            if (approverId !== approval.approverId) onApproval({ ...approval, approverId, pin: '' });
          }}
          options={offer.approvers.map((person) => ({ value: person.id, label: person.name }))}
          placeholder={t('refund.approverPlaceholder')}
          fault={of('approver')}
        />
        <TextField
          label={t('refund.pin')}
          value={approval.pin}
          onChange={(pin) => onApproval({ ...approval, pin })}
          kind="digits"
          masked
          maxLength={longestPin}
          hint={props.training ? t('refund.pinTraining') : undefined}
          fault={of('pin')}
          onEnter={props.onConfirm}
        />
      </div>
      <div className={styles.confirm}>
        <TextField
          label={t('refund.amount')}
          value={props.amountText}
          onChange={props.onAmountText}
          kind="decimal"
          numeric
          hint={t(byAmount ? 'refund.amountByAmount' : 'refund.amountByLines')}
          fault={of('amount')}
          onEnter={props.onConfirm}
        />
        {general && (
          <FaultMessage
            fault={general}
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

import { useTranslation } from 'react-i18next';
import { type Money } from '../../shared/money.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Reference } from '../ui/reference.tsx';
import { type ChargeRisk } from './use-charge.ts';

interface RiskDialogProps {
  /** The attempt whose outcome is not known; the dialog is open while there is one. */
  readonly risk: ChargeRisk | undefined;
  readonly amount: Money;
  readonly onNo: () => void;
  readonly onYes: () => void;
}

/** Names the risk of charging a sale again, and asks for a clear yes (rule P16). */
export function RiskDialog({ risk, amount, onNo, onYes }: RiskDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Dialog
      open={risk !== undefined}
      onClose={onNo}
      title={t('sell.risk.title')}
      actions={
        <>
          <Button onPress={onNo}>{t('sell.risk.no')}</Button>
          <Button variant="primary" onPress={onYes}>
            {t('sell.risk.yes', { amount: format.money(amount) })}
          </Button>
        </>
      }
    >
      <p>{t('sell.risk.before')}</p>
      {risk?.reference !== undefined && <Reference>{risk.reference}</Reference>}
      <p>{t('sell.risk.taken')}</p>
      <p>{t('sell.risk.check')}</p>
    </Dialog>
  );
}

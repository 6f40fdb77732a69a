import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestRefundReason, mostRefundReasons } from '../../shared/views/app.ts';
import { useRefundReasons } from '../refund/use-refund.ts';
import { Button } from '../ui/button.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './refund-reasons.module.css';
import { useSaveSettings } from './use-settings.ts';

/** The reasons that a manager picks from when money goes back. Free words stay possible. */
export function RefundReasons() {
  const { t } = useTranslation();
  const standing = useRefundReasons();
  const [reasons, setReasons] = useState<readonly string[]>(standing);
  const [saved, setSaved] = useState(false);
  const save = useSaveSettings();

  const edit = (next: readonly string[]): void => {
    setReasons(next);
    setSaved(false);
    save.clear();
  };
  const submit = async (refundReasons: readonly string[]): Promise<void> => {
    const result = await save.run({ refundReasons: [...refundReasons] });
    setSaved(result?.ok === true);
  };

  return (
    <div className={styles.form}>
      <ul className={styles.list} aria-label={t('settings.refundReasons.title')}>
        {reasons.map((reason, index) => (
          // A reason has no identity but its place.
          <li key={index} className={styles.row}>
            <div className={styles.field}>
              <TextField
                label={t('settings.refundReasons.reason', { number: index + 1 })}
                labelHidden
                value={reason}
                onChange={(text) => edit(reasons.with(index, text))}
                maxLength={longestRefundReason}
                onEnter={() => void submit(reasons)}
              />
            </div>
            <IconButton
              label={t('settings.refundReasons.remove', { reason })}
              icon={<X aria-hidden />}
              onPress={() => edit(reasons.filter((_, place) => place !== index))}
            />
          </li>
        ))}
      </ul>
      {save.fault && <FaultMessage fault={save.fault} about="reading" />}
      <div className={styles.foot}>
        {reasons.length < mostRefundReasons && (
          <Button icon={<Plus size="1.25rem" aria-hidden />} onPress={() => edit([...reasons, ''])}>
            {t('settings.refundReasons.add')}
          </Button>
        )}
        <Button busy={save.busy} onPress={() => void submit(reasons)}>
          {t('settings.refundReasons.save')}
        </Button>
        <span role="status">{saved && t('settings.saved')}</span>
      </div>
    </div>
  );
}

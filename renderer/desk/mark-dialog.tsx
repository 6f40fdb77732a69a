import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inputFault } from '../../shared/fault.ts';
import { err, ok } from '../../shared/result.ts';
import { fieldFaults } from '../ui/field-faults.ts';
import { RadioList } from '../ui/radio-list.tsx';
import { type Verdict, useMark } from './use-matter-word.ts';
import { WordDialog, type WordDialogNeeds } from './word-dialog.tsx';

const verdicts = {
  payment: ['paid', 'not-paid'],
  refund: ['done', 'not-done'],
} as const satisfies Record<string, readonly Verdict[]>;

/** A manager says what became of a payment or a refund that Dintero does not tell (rules P17, P20). */
export function MarkDialog({ matter, approvers, training, onClose }: WordDialogNeeds) {
  const { t } = useTranslation();
  const [verdict, setVerdict] = useState<Verdict>();
  const mark = useMark(matter, approvers);
  const what = matter.kind === 'refund' ? 'refund' : 'payment';
  const faults = fieldFaults(mark.fault, ['verdict']);

  const confirm = async (): Promise<void> => {
    const taken = await mark.send(
      verdict === undefined ? err(inputFault('input.choose', 'verdict')) : ok({ verdict }),
    );
    if (taken) onClose();
  };

  return (
    <WordDialog
      matter={matter}
      approvers={approvers}
      training={training}
      onClose={onClose}
      title={t(`desk.mark.title.${what}`)}
      text={
        <>
          <p>{t(`desk.mark.check.${what}`)}</p>
          <p>{t(`desk.mark.weigh.${what}`)}</p>
          <p>{t('desk.mark.decides')}</p>
        </>
      }
      choice={
        <RadioList
          label={t('desk.mark.question')}
          labelShown
          beside
          options={verdicts[what].map((value) => ({ value, label: t(`desk.mark.verdict.${value}`) }))}
          value={verdict}
          onChange={(next) => {
            setVerdict(verdicts[what].find((value) => value === next));
            mark.touched();
          }}
          fault={faults.of('verdict')}
        />
      }
      ownFields={['verdict']}
      reasons={[
        t('desk.reasons.backoffice'),
        t('desk.reasons.slip'),
        ...(what === 'payment' ? [t('desk.reasons.display')] : []),
        t('desk.reasons.customer'),
      ]}
      word={mark}
      confirm={t('desk.mark.confirm')}
      onConfirm={() => void confirm()}
    />
  );
}

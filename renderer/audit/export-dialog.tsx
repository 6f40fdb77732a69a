import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AuditFormat, auditFormatSchema } from '../../shared/audit.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RadioList } from '../ui/radio-list.tsx';

interface ExportDialogProps {
  /** Only what is looked for now is exported. */
  readonly narrowed: boolean;
  readonly busy: boolean;
  readonly onExport: (format: AuditFormat) => void;
  readonly onClose: () => void;
}

/** As what the log is to be handed out. Where to is asked by the system. */
export function ExportDialog({ narrowed, busy, onExport, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const [format, setFormat] = useState<AuditFormat>('csv');
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('audit.export.title')}
      form={
        <RadioList
          label={t('audit.export.as')}
          labelShown
          value={format}
          onChange={(value) => setFormat(auditFormatSchema.parse(value))}
          options={auditFormatSchema.options.map((one) => ({
            value: one,
            label: t(`audit.formats.${one}`),
            details: t(`audit.export.about.${one}`),
          }))}
        />
      }
      actions={
        <>
          <Button onPress={onClose}>{t('audit.export.no')}</Button>
          <Button variant="primary" busy={busy} onPress={() => onExport(format)}>
            {t('audit.export.choose')}
          </Button>
        </>
      }
    >
      <p>{t(narrowed ? 'audit.export.part' : 'audit.export.whole')}</p>
      <p>{t('audit.export.proof')}</p>
    </Dialog>
  );
}

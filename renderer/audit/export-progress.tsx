import CircleCheck from 'lucide-react/icons/circle-check';
import Download from 'lucide-react/icons/download';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../shared/result.ts';
import { type AuditExportView } from '../../shared/views/audit.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';

interface ExportProgressProps {
  readonly view: AuditExportView;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
}

/** How far the export is, or how it ended. */
export function ExportProgress({ view, onCancel, onDismiss }: ExportProgressProps) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (view.state) {
    case 'running':
      return (
        <Banner
          tone="neutral"
          role="status"
          icon={<Download aria-hidden />}
          actions={<Button onPress={onCancel}>{t('audit.export.cancel')}</Button>}
        >
          <ProgressBar
            label={
              view.of === 0
                ? t('audit.export.begins')
                : t('audit.export.running', {
                    done: format.quantity(view.done),
                    of: format.quantity(view.of),
                  })
            }
            done={view.done}
            of={view.of}
          />
        </Banner>
      );
    case 'done':
      return (
        <Banner
          tone="neutral"
          role="status"
          icon={<CircleCheck aria-hidden />}
          actions={<Button onPress={onDismiss}>{t('common.close')}</Button>}
        >
          <p>{t('audit.export.done', { count: view.entries, entries: format.quantity(view.entries) })}</p>
          <p>{view.file}</p>
        </Banner>
      );
    case 'failed':
      return (
        <FaultMessage
          fault={view.fault}
          about="reading"
          actions={<Button onPress={onDismiss}>{t('common.close')}</Button>}
        />
      );
    default:
      return assertNever(view);
  }
}

import { useTranslation } from 'react-i18next';
import { type Notice } from '../../shared/views/app.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Button } from '../ui/button.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';

interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly onDismiss: (id: string) => void;
}

/** What happened to the till itself and must be read. */
export function Notices({ notices, onDismiss }: NoticesProps) {
  const { t } = useTranslation();
  return notices.map((notice) => (
    <FaultMessage
      key={notice.id}
      fault={notice.fault}
      about="reading"
      more={<NoticeDetail notice={notice} />}
      actions={<Button onPress={() => onDismiss(notice.id)}>{t('frame.notice.dismiss')}</Button>}
    />
  ));
}

/** The two times of a clock that is off; the name under which a file was set aside, and when its backup was made. */
function NoticeDetail({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { code, detail } = notice.fault;
  const ours = detail?.['ours'];
  const theirs = detail?.['theirs'];
  const file = detail?.['file'];
  if (code === 'setup.clock' && typeof ours === 'number' && typeof theirs === 'number') {
    return <p>{t('frame.notice.clock', { ours: format.dateTime(ours), theirs: format.dateTime(theirs) })}</p>;
  }
  if (file === undefined) return null;
  const backupAt = detail?.['backupAt'];
  return (
    <>
      <p>{t('frame.notice.setAside', { file })}</p>
      {typeof backupAt === 'number' && (
        <p>{t('frame.notice.backup', { madeAt: format.dateTime(backupAt) })}</p>
      )}
    </>
  );
}

import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useTranslation } from 'react-i18next';
import { tillPart } from '../../shared/reference.ts';
import { type OtherTill } from '../../shared/views/terminal.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Banner } from '../ui/banner.tsx';
import { Reference } from '../ui/reference.tsx';

interface OtherTillsNoticeProps {
  readonly tills: readonly OtherTill[];
  /** This till's own name, where it has one: another of that name is told apart. */
  readonly tillName: string | undefined;
}

/** Other tills that use the same terminals. A warning: it can only be seen, not prevented (rule P2). */
export function OtherTillsNotice({ tills, tillName }: OtherTillsNoticeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (tills.length === 0) return null;
  const ours = tillName === undefined ? undefined : tillPart(tillName);
  return (
    <Banner tone="neutral" icon={<TriangleAlert aria-hidden />} role="status">
      {tills.map(({ terminalId, till, lastSeenAt }) => (
        <p key={`${terminalId} ${till} ${lastSeenAt}`}>
          <Reference>{terminalId}</Reference>
          {` – ${t(till === ours ? 'terminals.otherTill.sameName' : 'terminals.otherTill.other', {
            till,
            time: format.dateTime(lastSeenAt),
          })}`}
        </p>
      ))}
      <p>{t('terminals.otherTill.what')}</p>
    </Banner>
  );
}

import ExternalLink from 'lucide-react/icons/external-link';
import QrCodeIcon from 'lucide-react/icons/qr-code';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SignerLink, type SignerPage } from '../../shared/views/sellers.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { QrCode, fitsQrCode } from '../ui/qr-code.tsx';
import { Tag } from '../ui/tag.tsx';
import { ForeignHostDialog } from './foreign-host-dialog.tsx';
import { pageNow } from './seller-status.ts';
import styles from './signer-pages.module.css';
import { useSignerLink } from './use-sellers.ts';

interface SignerPagesProps {
  readonly status: string | undefined;
  readonly links: readonly SignerLink[];
  readonly signerName: string | undefined;
  readonly training: boolean;
}

type How = 'open' | 'show';

/** A page of somebody else's, which a person is asked about. */
interface Question {
  readonly page: SignerPage;
  readonly how: How;
  readonly host: string;
}

/** The pages that the signer goes through, to be opened here or on the signer's phone. */
export function SignerPages({ status, links, signerName, training }: SignerPagesProps) {
  const { t } = useTranslation();
  const call = useSignerLink();
  const [question, setQuestion] = useState<Question>();
  const [asked, setAsked] = useState<SignerPage>();
  const now = pageNow(status);
  const shown = asked ?? now;

  const ask = async (page: SignerPage, how: How, confirmedHost: string | null): Promise<void> => {
    const result = await call.run({ page, how, confirmedHost });
    if (!result?.ok) return;
    if (result.value.kind === 'confirm') {
      setQuestion({ page, how, host: result.value.host });
    } else if (how === 'show') {
      setAsked(page);
    }
  };

  return (
    <Card padded label={t('sellers.signer.title')} className={styles.card}>
      <div className={styles.head}>
        <h2>{t('sellers.signer.title')}</h2>
        <p>{t('sellers.signer.text', { name: signerName ?? t('sellers.signer.anybody') })}</p>
        {training && <p className={styles.soft}>{t('sellers.signer.training')}</p>}
      </div>
      {call.fault && <FaultMessage fault={call.fault} about="reading" />}
      {links.length === 0 && <p className={styles.soft}>{t('sellers.signer.noLinks')}</p>}
      <ol className={styles.pages}>
        {links.map((link, index) => (
          <Page
            key={link.page}
            link={link}
            number={index + 1}
            now={now === link.page}
            shown={shown === link.page}
            busy={call.busy}
            onAsk={(how) => void ask(link.page, how, null)}
          />
        ))}
      </ol>
      {question && (
        <ForeignHostDialog
          host={question.host}
          how={question.how}
          onNo={() => setQuestion(undefined)}
          onYes={() => {
            setQuestion(undefined);
            void ask(question.page, question.how, question.host);
          }}
        />
      )}
    </Card>
  );
}

interface PageProps {
  readonly link: SignerLink;
  readonly number: number;
  /** It is this page that is waited for. */
  readonly now: boolean;
  /** Its code is to be seen, once its address may be. */
  readonly shown: boolean;
  readonly busy: boolean;
  readonly onAsk: (how: How) => void;
}

function Page({ link, number, now, shown, busy, onAsk }: PageProps) {
  const { t } = useTranslation();
  const { page } = link;
  return (
    <li className={styles.page} data-now={now || undefined} data-page={page}>
      <span className={styles.number} aria-hidden>
        {number}
      </span>
      <div className={styles.words}>
        <div className={styles.name}>
          <h3>{t(`sellers.signer.page.${page}`)}</h3>
          {now && <Tag>{t('sellers.signer.now')}</Tag>}
        </div>
        <p>{t(`sellers.signer.use.${page}`)}</p>
        {link.kind === 'unsafe' ? (
          <p className={styles.strong}>{t('sellers.signer.unsafe')}</p>
        ) : (
          <>
            {link.address === undefined && (
              <p className={styles.soft}>{t('sellers.signer.leadsTo', { host: link.host })}</p>
            )}
            <div className={styles.acts}>
              <Button
                variant={now ? 'primary' : 'secondary'}
                icon={<ExternalLink size="1.25rem" aria-hidden />}
                busy={busy}
                onPress={() => onAsk('open')}
              >
                {t(`sellers.signer.open.${page}`)}
              </Button>
              {!(shown && link.address !== undefined) && (
                <Button
                  icon={<QrCodeIcon size="1.25rem" aria-hidden />}
                  busy={busy}
                  onPress={() => onAsk('show')}
                >
                  {t('sellers.signer.show')}
                </Button>
              )}
            </div>
          </>
        )}
      </div>
      {link.kind === 'page' && shown && link.address !== undefined && (
        <Code page={page} address={link.address} />
      )}
    </li>
  );
}

function Code({ page, address }: { readonly page: SignerPage; readonly address: string }) {
  const { t } = useTranslation();
  if (!fitsQrCode(address)) return <p className={styles.code}>{t('sellers.signer.tooLong')}</p>;
  return (
    <div className={styles.code}>
      <QrCode text={address} label={t(`sellers.signer.code.${page}`)} />
      <p className={styles.soft}>{t(`sellers.signer.scan.${page}`)}</p>
    </div>
  );
}

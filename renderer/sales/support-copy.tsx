import Copy from 'lucide-react/icons/copy';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { ScrollArea } from '../ui/scroll-area.tsx';
import styles from './support-copy.module.css';

/** Marks all that stands in an element and copies it, which needs no permission. Whether that was let. */
function copyFrom(element: HTMLElement): boolean {
  window.getSelection()?.selectAllChildren(element);
  // The newer way asks for a permission that no page of this app has.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return document.execCommand('copy');
}

/** All that Dintero told of a payment, to be sent to support. */
export function SupportCopy({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const place = useRef<HTMLPreElement>(null);
  const [shown, setShown] = useState(false);
  const [copied, setCopied] = useState<boolean>();
  return (
    <div className={styles.support}>
      <div className={styles.acts}>
        <Button variant="quiet" onPress={() => setShown(!shown)}>
          {t(shown ? 'sales.support.hide' : 'sales.support.show')}
        </Button>
        {shown && (
          <Button
            icon={<Copy size="1.25rem" aria-hidden />}
            onPress={() => place.current && setCopied(copyFrom(place.current))}
          >
            {t('sales.support.copy')}
          </Button>
        )}
        <span role="status" className={styles.soft}>
          {shown && copied !== undefined && t(copied ? 'sales.support.copied' : 'sales.support.byHand')}
        </span>
      </div>
      {shown && (
        <>
          <p className={styles.soft}>{t('sales.support.text')}</p>
          <ScrollArea className={styles.place} label={t('sales.support.label')}>
            <pre ref={place} className={styles.text}>
              {text}
            </pre>
          </ScrollArea>
        </>
      )}
    </div>
  );
}

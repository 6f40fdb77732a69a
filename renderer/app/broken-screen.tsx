import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { en } from '../i18n/en.ts';
import { nb } from '../i18n/nb.ts';
import { Button } from '../ui/button.tsx';
import styles from './broken-screen.module.css';

interface BrokenScreenProps {
  /** What gave way: this window, or main, which did not answer at the start. */
  readonly what: 'window' | 'start';
}

/**
 * Stands alone, since whatever broke may be the translator: both languages come straight from the dictionaries, by the
 * language that the page was in.
 */
export function BrokenScreen({ what }: BrokenScreenProps) {
  const { broken } = (document.documentElement.lang.startsWith('nb') ? nb : en).frame;
  return (
    <main className={styles.screen}>
      <TriangleAlert size="3rem" aria-hidden />
      <div className={styles.words} role="alert" data-code="setup.bug">
        <h1 className={styles.title}>{what === 'window' ? broken.title : broken.start}</h1>
        <p>{what === 'window' ? broken.text : broken.startText}</p>
      </div>
      <Button variant="primary" size="large" onPress={() => window.location.reload()}>
        {broken.reload}
      </Button>
    </main>
  );
}

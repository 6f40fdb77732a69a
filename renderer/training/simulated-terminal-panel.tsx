import CircleCheck from 'lucide-react/icons/circle-check';
import CircleX from 'lucide-react/icons/circle-x';
import Nfc from 'lucide-react/icons/nfc';
import Plug from 'lucide-react/icons/plug';
import Unplug from 'lucide-react/icons/unplug';
import { useTranslation } from 'react-i18next';
import { type SimulatedTerminal } from '../../shared/views/terminal.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { tailOf } from '../terminals/terminal-name.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import styles from './simulated-terminal-panel.module.css';
import { type TerminalButton } from './use-simulated-terminal.ts';

interface SimulatedTerminalPanelProps {
  readonly terminal: SimulatedTerminal;
  readonly onPress: (button: TerminalButton) => void;
}

/** The terminal of training mode: a display that prompts, and the hands of the customer as buttons. */
export function SimulatedTerminalPanel({ terminal, onPress }: SimulatedTerminalPanelProps) {
  const { t } = useTranslation();
  const { plugged, prompt } = terminal;
  return (
    <section className={styles.panel} aria-label={t('training.title')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('training.title')}</h2>
        <span className={styles.tail}>{t('common.serialTail', { tail: tailOf(terminal) })}</span>
      </div>
      <div className={styles.device}>
        <Display terminal={terminal} />
      </div>
      <div className={styles.buttons}>
        <Button
          compact
          variant={prompt && plugged ? 'primary' : 'secondary'}
          wide
          onPress={() => onPress('tap')}
        >
          {t('training.tap')}
        </Button>
        <Button compact wide onPress={() => onPress('decline')}>
          {t('training.decline')}
        </Button>
        <Button compact wide onPress={() => onPress('cancel')}>
          {t('training.cancel')}
        </Button>
        <Button
          variant="quiet"
          compact
          wide
          icon={plugged ? <Unplug size="1.25rem" aria-hidden /> : <Plug size="1.25rem" aria-hidden />}
          onPress={() => onPress(plugged ? 'unplug' : 'plug-in')}
        >
          {t(plugged ? 'training.unplug' : 'training.plugIn')}
        </Button>
      </div>
    </section>
  );
}

function Display({ terminal }: { readonly terminal: SimulatedTerminal }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { plugged, prompt, menu, lastResult, storeName } = terminal;
  if (!plugged) {
    return <div className={classes(styles.display, styles.dark)}>{t('training.unplugged')}</div>;
  }
  if (prompt) {
    return (
      <div className={styles.display} data-prompt={prompt.kind}>
        <span className={styles.store}>{storeName}</span>
        <span className={styles.kind}>{t(`training.${prompt.kind}`)}</span>
        <span className={styles.amount}>{format.amount(prompt.amount.amount, prompt.amount.currency)}</span>
        <span className={styles.kind}>{prompt.amount.currency}</span>
        <span className={styles.tap}>
          <Nfc size="2rem" aria-hidden />
          <span>{t(prompt.kind === 'refund' ? 'training.tapRefund' : 'training.tapSale')}</span>
        </span>
      </div>
    );
  }
  if (menu) {
    return (
      <div className={styles.display} data-menu>
        <span className={styles.store}>{t('training.menu.title')}</span>
        <ul className={styles.menu}>
          {(['service', 'network', 'about'] as const).map((entry) => (
            <li key={entry}>{t(`training.menu.${entry}`)}</li>
          ))}
        </ul>
      </div>
    );
  }
  const good = lastResult === 'approved' || lastResult === 'refunded';
  return (
    <div className={styles.display}>
      <span className={styles.store}>{storeName}</span>
      <span className={styles.message}>
        {lastResult !== undefined &&
          (good ? <CircleCheck size="2rem" aria-hidden /> : <CircleX size="2rem" aria-hidden />)}
        {lastResult === undefined ? t('training.ready') : t(`training.result.${lastResult}`)}
      </span>
    </div>
  );
}

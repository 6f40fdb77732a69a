import { useTranslation } from 'react-i18next';
import { type TerminalChoice } from '../../shared/views/pairing.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import styles from './more-terminals.module.css';

interface MoreTerminalsProps {
  /** Those that can be chosen beside the default. */
  readonly choices: readonly TerminalChoice[];
  readonly chosen: readonly string[];
  readonly onChosen: (terminalIds: readonly string[]) => void;
}

/** Further terminals at the same till. */
export function MoreTerminals({ choices, chosen, onChosen }: MoreTerminalsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.more}>
      <legend className={styles.legend}>{t('pairing.terminal.more')}</legend>
      <p className={styles.hint}>{t('pairing.terminal.moreHint')}</p>
      {choices.map(({ terminalId, model, serialNumber }) => (
        <Checkbox
          key={terminalId}
          label={terminalId}
          details={[model, serialNumber && t('pairing.terminal.serial', { serial: serialNumber })]
            .filter((part) => part !== undefined)
            .join(' · ')}
          checked={chosen.includes(terminalId)}
          onChange={(checked) =>
            onChosen(checked ? [...chosen, terminalId] : chosen.filter((one) => one !== terminalId))
          }
        />
      ))}
    </fieldset>
  );
}

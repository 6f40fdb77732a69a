import { useTranslation } from 'react-i18next';
import { type PairedTerminal } from '../../shared/views/pairing.ts';
import { type TerminalView } from '../../shared/views/terminal.ts';
import { tailOf, terminalName } from '../terminals/terminal-name.ts';
import { whyNot } from '../terminals/why-not.ts';
import { Select } from '../ui/select.tsx';

interface RefundTerminalProps {
  readonly terminalId: string;
  /** Of this till, the usual one first. */
  readonly own: readonly TerminalView[];
  /** Others of the store, as far as they may be listed. */
  readonly others: readonly PairedTerminal[];
  readonly onPick: (terminalId: string) => void;
}

/** Where the customer confirms. With one terminal there is nothing to pick. */
export function RefundTerminal({ terminalId, own, others, onPick }: RefundTerminalProps) {
  const { t } = useTranslation();
  if (own.length + others.length < 2) {
    const only = own[0] ?? { terminalId };
    return <p>{t('refund.where', { terminal: terminalName(t, only) })}</p>;
  }
  const label = (terminal: PairedTerminal): string =>
    t('sell.terminalOption', { tail: t('common.serialTail', { tail: tailOf(terminal) }) });
  return (
    <Select
      label={t('refund.terminal')}
      value={terminalId}
      onChange={onPick}
      placeholder={t('refund.terminal')}
      options={[
        ...own.map((terminal) => {
          const why = whyNot(t, terminal);
          return {
            value: terminal.terminalId,
            label: label(terminal),
            note: why,
            disabled: why !== undefined,
          };
        }),
        ...others.map((terminal) => ({
          value: terminal.terminalId,
          label: label(terminal),
          note: t('refund.otherTerminal'),
        })),
      ]}
      hint={t('refund.terminalHint')}
    />
  );
}

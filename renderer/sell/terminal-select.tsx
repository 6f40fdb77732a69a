import { useTranslation } from 'react-i18next';
import { type TerminalView } from '../../shared/views/terminal.ts';
import { tailOf } from '../terminals/terminal-name.ts';
import { type TerminalPick } from '../terminals/use-terminal.ts';
import { whyNot } from '../terminals/why-not.ts';
import { Select } from '../ui/select.tsx';

/** Which of the till's terminals this sale goes to. One that can't take it says why. */
export function TerminalSelect({ pick }: { readonly pick: TerminalPick }) {
  const { t } = useTranslation();
  const { presentId, terminals } = pick;
  const present = terminals.find(({ terminalId }) => terminalId === presentId);
  return (
    <Select
      label={t('sell.terminal')}
      labelHidden
      value={presentId}
      onChange={pick.pick}
      placeholder={t('sell.terminal')}
      options={terminals.map((terminal) => {
        const why = whyNot(t, terminal);
        return {
          value: terminal.terminalId,
          label: labelOf(terminal),
          note: why,
          disabled: why !== undefined,
        };
      })}
      hint={present && whyNot(t, present)}
      fault={pick.fault}
    />
  );

  function labelOf(terminal: TerminalView): string {
    return t('sell.terminalOption', { tail: t('common.serialTail', { tail: tailOf(terminal) }) });
  }
}

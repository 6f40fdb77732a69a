import { type TFunction } from 'i18next';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault, inputFault } from '../../shared/fault.ts';
import { type PairedTerminal, type TerminalChoice } from '../../shared/views/pairing.ts';
import { StatusDot } from '../terminals/status-dot.tsx';
import { readinessOf, statusWords, waitsFor } from '../terminals/terminal-status.ts';
import { Button } from '../ui/button.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { RadioList, type RadioOption } from '../ui/radio-list.tsx';
import { Tag } from '../ui/tag.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Choices } from './choices.tsx';
import { useChooseTerminal, useTerminals } from './use-pairing.ts';
import { WizardStep } from './wizard-step.tsx';

export function TerminalStep({ chosen }: { readonly chosen: PairedTerminal | undefined }) {
  const { t } = useTranslation();
  const terminals = useTerminals();
  const choose = useChooseTerminal();
  const [terminalId, setTerminalId] = useState(chosen?.terminalId ?? '');
  const [mistake, setMistake] = useState<Fault>();
  const listed = terminals.value?.kind === 'listed' && terminals.value.choices.length > 0;
  const faults = fieldFaults(mistake ?? choose.fault, listed ? [] : ['terminalId']);

  const submit = (): void => {
    if (listed && terminalId === '') {
      setMistake(inputFault('input.choose'));
      return;
    }
    setMistake(undefined);
    void choose.run({ terminalId });
  };
  const change = (next: string): void => {
    setTerminalId(next);
    setMistake(undefined);
    choose.clear();
  };

  return (
    <WizardStep
      step="terminal"
      title={t('pairing.terminal.title')}
      lead={t('pairing.terminal.lead')}
      onNext={submit}
      busy={choose.busy}
      fault={faults.rest}
    >
      <Choices
        reading={terminals}
        listed={(choices) => (
          <>
            <RadioList
              label={t('pairing.terminal.list')}
              value={terminalId}
              onChange={change}
              options={choices.map((terminal) => terminalOption(t, terminal))}
            />
            <div>
              <Button
                variant="quiet"
                icon={<RefreshCw size="1.25rem" aria-hidden />}
                busy={terminals.busy}
                onPress={terminals.readAgain}
              >
                {t('pairing.terminal.readAgain')}
              </Button>
            </div>
          </>
        )}
        byHand={
          <TextField
            label={t('pairing.terminal.id')}
            value={terminalId}
            onChange={change}
            fault={faults.of('terminalId')}
            onEnter={submit}
          />
        }
      />
    </WizardStep>
  );
}

/** Only an ACTIVE terminal can be picked; another says what it waits for. */
function terminalOption(t: TFunction, terminal: TerminalChoice): RadioOption {
  const { terminalId, serialNumber, model, status } = terminal;
  const active = status === 'ACTIVE';
  const about = [
    ...(model === undefined ? [] : [model]),
    ...(serialNumber === undefined ? [] : [t('pairing.terminal.serial', { serial: serialNumber })]),
  ];
  return {
    value: terminalId,
    label: terminalId,
    details: (
      <>
        {about.join(' · ')}
        {!active && (
          <>
            <br />
            {waitsFor(t, status)}
          </>
        )}
      </>
    ),
    disabled: !active,
    status: <Tag icon={<StatusDot readiness={readinessOf(status)} />}>{statusWords(t, status).word}</Tag>,
  };
}

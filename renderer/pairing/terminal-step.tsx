import { type TFunction } from 'i18next';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault, inputFault } from '../../shared/fault.ts';
import { type PairingDraft, type TerminalChoice } from '../../shared/views/pairing.ts';
import { ShowOnTerminal } from '../terminals/show-on-terminal.tsx';
import { StatusDot } from '../terminals/status-dot.tsx';
import { readinessOf, statusWords, waitsFor } from '../terminals/terminal-status.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { RadioList, type RadioOption } from '../ui/radio-list.tsx';
import { Tag } from '../ui/tag.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Choices } from './choices.tsx';
import { MoreTerminals } from './more-terminals.tsx';
import { TerminalNeighbours } from './terminal-neighbours.tsx';
import { useChooseTerminal, useTerminals } from './use-pairing.ts';
import { WizardStep } from './wizard-step.tsx';

/** The terminal that sales go to, further ones at this till, and whether sales keep to the first. */
export function TerminalStep({ draft }: { readonly draft: PairingDraft | undefined }) {
  const { t } = useTranslation();
  const terminals = useTerminals();
  const choose = useChooseTerminal();
  const [terminalId, setTerminalId] = useState(draft?.defaultTerminalId ?? '');
  const [others, setOthers] = useState(othersIn(draft));
  const [locked, setLocked] = useState(draft?.lockedToDefault ?? false);
  const [mistake, setMistake] = useState<Fault>();
  const choices = terminals.value?.kind === 'listed' ? terminals.value.choices : [];
  const listed = choices.length > 0;
  const faults = fieldFaults(mistake ?? choose.fault, listed ? [] : ['terminalId', 'others']);

  const active = choices.filter((choice) => choice.status === 'ACTIVE' && choice.terminalId !== terminalId);
  const chosen = listed
    ? others.filter((id) => active.some((choice) => choice.terminalId === id))
    : others.filter((id) => id.trim() !== '' && id.trim() !== terminalId.trim());

  const submit = (): void => {
    if (listed && terminalId === '') {
      setMistake(inputFault('input.choose'));
      return;
    }
    setMistake(undefined);
    void choose.run({ terminalId, others: chosen, locked });
  };
  const touched = (): void => {
    setMistake(undefined);
    choose.clear();
  };
  const change = (next: string): void => {
    setTerminalId(next);
    touched();
  };

  const lock = chosen.length > 0 && (
    <Checkbox
      label={t('pairing.terminal.lock')}
      details={t('pairing.terminal.lockHint')}
      checked={locked}
      onChange={setLocked}
    />
  );

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
        managed
        reading={terminals}
        listed={(listedChoices) => (
          <>
            <RadioList
              label={t('pairing.terminal.list')}
              value={terminalId}
              onChange={change}
              options={listedChoices.map((terminal) => terminalOption(t, terminal))}
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
            {terminalId !== '' && <ShowOnTerminal terminalId={terminalId} />}
            {terminalId !== '' && (
              <TerminalNeighbours terminalIds={[terminalId, ...chosen]} tillName={draft?.tillName} />
            )}
            {terminalId !== '' && active.length > 0 && (
              <MoreTerminals choices={active} chosen={chosen} onChosen={setOthers} />
            )}
            {lock}
          </>
        )}
        byHand={
          <>
            <TextField
              label={t('pairing.terminal.id')}
              value={terminalId}
              onChange={change}
              fault={faults.of('terminalId')}
              onEnter={submit}
            />
            {terminalId.trim() !== '' && <ShowOnTerminal terminalId={terminalId.trim()} />}
            <TextField
              label={t('pairing.terminal.moreIds')}
              value={others.join(',')}
              onChange={(next) => {
                setOthers(next === '' ? [] : next.split(','));
                touched();
              }}
              hint={t('pairing.terminal.moreIdsHint')}
              fault={faults.of('others')}
              onEnter={submit}
            />
            <TerminalNeighbours
              terminalIds={[terminalId, ...chosen].map((id) => id.trim()).filter(isComplete)}
              tillName={draft?.tillName}
            />
            {lock}
          </>
        }
      />
    </WizardStep>
  );
}

/** Whether an id is typed to its end, so that it is worth a look who else uses it. */
const isComplete = (terminalId: string): boolean => /T\d{3,}$/.test(terminalId);

/** What was chosen beside the default. */
function othersIn(draft: PairingDraft | undefined): readonly string[] {
  const ids = draft?.terminals?.map(({ terminalId }) => terminalId) ?? [];
  return ids.filter((id) => id !== draft?.defaultTerminalId);
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

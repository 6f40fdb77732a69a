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
import { useLiveChoices } from './live-choices.ts';
import { MoreTerminals } from './more-terminals.tsx';
import { useTerminalEntry } from './step-drafts.ts';
import styles from './store-step.module.css';
import { TerminalNeighbours } from './terminal-neighbours.tsx';
import { useChooseTerminal, useTerminals } from './use-pairing.ts';
import { WaitingTerminals } from './waiting-terminals.tsx';
import { WizardStep } from './wizard-step.tsx';

interface TerminalStepProps {
  readonly draft: PairingDraft | undefined;
  /** To a terminal that is new to the account. */
  readonly onRegister: () => void;
  /** To what a terminal waits for. */
  readonly onOpen: (terminalId: string) => void;
}

/** The terminal that sales go to, further ones at this till, and whether sales keep to the first. */
export function TerminalStep({ draft, onRegister, onOpen }: TerminalStepProps) {
  const { t } = useTranslation();
  const terminals = useTerminals();
  const choose = useChooseTerminal();
  const entry = useTerminalEntry(draft);
  const { terminalId, others, locked } = entry.value;
  const setOthers = (next: readonly string[]): void => entry.change({ others: next });
  const [mistake, setMistake] = useState<Fault>();
  const choices = useLiveChoices(terminals.value?.kind === 'listed' ? terminals.value.choices : noChoices);
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
    entry.change({ terminalId: next });
    touched();
  };

  const lock = chosen.length > 0 && (
    <Checkbox
      label={t('pairing.terminal.lock')}
      details={t('pairing.terminal.lockHint')}
      checked={locked}
      onChange={(next) => entry.change({ locked: next })}
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
      note={
        <div className={styles.mores}>
          <WaitingTerminals waiting={choices.filter(({ status }) => status !== 'ACTIVE')} onOpen={onOpen} />
          <p className={styles.more}>
            <span>{t('pairing.terminal.needsTerminal')}</span>
            <Button onPress={onRegister}>{t('terminals.register.open')}</Button>
          </p>
        </div>
      }
    >
      <Choices
        managed
        reading={terminals}
        listed={() => (
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

const noChoices: readonly TerminalChoice[] = [];

/** Whether an id is typed to its end, so that it is worth a look who else uses it. */
const isComplete = (terminalId: string): boolean => /T\d{3,}$/.test(terminalId);

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

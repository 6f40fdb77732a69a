import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault, inputFault } from '../../shared/fault.ts';
import { type TerminalView } from '../../shared/views/terminal.ts';
import { StatusDot } from '../terminals/status-dot.tsx';
import { tailOf } from '../terminals/terminal-name.ts';
import { readinessOf, statusWords } from '../terminals/terminal-status.ts';
import { whyNot } from '../terminals/why-not.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RadioList } from '../ui/radio-list.tsx';
import { Tag } from '../ui/tag.tsx';

interface OtherTerminalDialogProps {
  /** The till's terminals but for the one that was tried. */
  readonly others: readonly TerminalView[];
  readonly amount: string;
  readonly onNo: () => void;
  readonly onYes: (terminalId: string) => void;
}

/** The same sale on another terminal of this till. */
export function OtherTerminalDialog({ others, amount, onNo, onYes }: OtherTerminalDialogProps) {
  const { t } = useTranslation();
  const free = others.filter((terminal) => whyNot(t, terminal) === undefined);
  const [wanted, setWanted] = useState(free.length === 1 ? free[0]?.terminalId : undefined);
  const [mistake, setMistake] = useState<Fault>();
  const confirm = (): void => {
    if (wanted === undefined) {
      setMistake(inputFault('input.choose'));
    } else {
      onYes(wanted);
    }
  };
  return (
    <Dialog
      open
      onClose={onNo}
      title={t('pay.other.title')}
      form={
        <RadioList
          label={t('pay.other.list')}
          value={wanted}
          onChange={(next) => {
            setWanted(next);
            setMistake(undefined);
          }}
          options={others.map((terminal) => {
            const why = whyNot(t, terminal);
            return {
              value: terminal.terminalId,
              label: t('sell.terminalOption', { tail: t('common.serialTail', { tail: tailOf(terminal) }) }),
              details: [terminal.model, why].filter((part) => part !== undefined).join(' · '),
              disabled: why !== undefined,
              status: (
                <Tag icon={<StatusDot readiness={readinessOf(terminal.status)} />}>
                  {statusWords(t, terminal.status).word}
                </Tag>
              ),
            };
          })}
          fault={mistake}
        />
      }
      actions={
        <>
          <Button onPress={onNo}>{t('pay.other.no')}</Button>
          <Button variant="primary" onPress={confirm}>
            {t('pay.other.yes', { amount })}
          </Button>
        </>
      }
    >
      <p>{t('pay.other.text')}</p>
    </Dialog>
  );
}

import CircleCheck from 'lucide-react/icons/circle-check';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeskMatter } from '../../shared/views/desk.ts';
import { VoidDialog } from '../pay/void-dialog.tsx';
import { FreeTerminalDialog } from '../terminals/free-terminal-dialog.tsx';
import { terminalName } from '../terminals/terminal-name.ts';
import { useTerminal } from '../terminals/use-terminal.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { DeskRow } from './desk-row.tsx';
import styles from './desk-screen.module.css';
import { MarkDialog } from './mark-dialog.tsx';
import { type MatterQuestion } from './matter-acts.tsx';
import { TakeOverDialog } from './take-over-dialog.tsx';
import { type DeskUse, useDesk } from './use-desk.ts';

/** What a person is asked about a matter before it is done. */
interface Asking {
  readonly question: MatterQuestion;
  readonly matter: DeskMatter;
}

/** Payments and refunds whose money is not certain, each with what to check and what to do. */
export function DeskScreen({ onOpen }: { readonly onOpen: (saleId: string) => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const { matters, fault } = desk;
  const [asking, setAsking] = useState<Asking>();
  // What had the focus may be gone with its row, its act or its dialog.
  const heading = useScreenFocus<HTMLHeadingElement>(
    JSON.stringify([asking?.question, matters.map(({ id, can }) => [id, can])]),
  );
  return (
    <div className={styles.screen}>
      <ScreenTitle ref={heading} lead={t('desk.lead')}>
        {t('desk.title')}
      </ScreenTitle>
      {fault && <FaultMessage fault={fault} about="reading" />}
      {matters.length === 0 ? (
        <Card className={styles.empty}>
          <EmptyState icon={<CircleCheck aria-hidden />} title={t('desk.empty')}>
            <p>{t('desk.emptyText')}</p>
          </EmptyState>
        </Card>
      ) : (
        <ul className={styles.list}>
          {matters.map((matter) => (
            <DeskRow
              key={matter.id}
              matter={matter}
              busyWith={desk.busyWith(matter)}
              onOpen={onOpen}
              onAct={desk.act}
              onAsk={(question) => setAsking({ question, matter })}
            />
          ))}
        </ul>
      )}
      <MatterDialogs desk={desk} asking={asking} onClose={() => setAsking(undefined)} />
    </div>
  );
}

interface MatterDialogsProps {
  readonly desk: DeskUse;
  readonly asking: Asking | undefined;
  readonly onClose: () => void;
}

/** The one question that is asked, if any. What is filled in begins anew with each. */
function MatterDialogs({ desk, asking, onClose }: MatterDialogsProps) {
  const { t } = useTranslation();
  const { approvers, training } = desk;
  const matter = asking?.matter;
  const terminal = useTerminal(matter?.terminalId);
  return (
    <>
      <FreeTerminalDialog
        open={asking?.question === 'freeTerminal'}
        terminal={terminalName(t, terminal)}
        stays={matter?.mark === undefined}
        onNo={onClose}
        onYes={() => {
          if (matter) desk.act(matter, 'freeTerminal');
          onClose();
        }}
      />
      {matter && asking.question === 'mark' && (
        <MarkDialog matter={matter} approvers={approvers.mark} training={training} onClose={onClose} />
      )}
      {matter && asking.question === 'void' && (
        <VoidDialog
          attemptId={matter.id}
          amount={matter.amount}
          reference={matter.reference}
          onClose={onClose}
        />
      )}
      {matter && asking.question === 'adopt' && (
        <TakeOverDialog
          matter={matter}
          approvers={approvers.takeOver}
          training={training}
          onClose={onClose}
        />
      )}
    </>
  );
}

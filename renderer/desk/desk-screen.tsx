import CircleCheck from 'lucide-react/icons/circle-check';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeskMatter } from '../../shared/views/desk.ts';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { FreeTerminalDialog } from '../terminals/free-terminal-dialog.tsx';
import { terminalName } from '../terminals/terminal-name.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { DeskRow } from './desk-row.tsx';
import styles from './desk-screen.module.css';
import { useDesk } from './use-desk.ts';

/** Payments and refunds whose money is not certain, each with what to check and what to do. */
export function DeskScreen({ onOpen }: { readonly onOpen: (saleId: string) => void }) {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const { matters, terminal, act, busy, fault } = useDesk();
  const [asking, setAsking] = useState<DeskMatter>();
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
              busy={busy}
              onOpen={onOpen}
              onAct={act}
              onFree={setAsking}
            />
          ))}
        </ul>
      )}
      <FreeTerminalDialog
        open={asking !== undefined}
        terminal={terminalName(t, terminal)}
        onNo={() => setAsking(undefined)}
        onYes={() => {
          if (asking) act(asking, 'freeTerminal');
          setAsking(undefined);
        }}
      />
    </div>
  );
}

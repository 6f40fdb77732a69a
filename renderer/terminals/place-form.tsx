import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type StoreView } from '../../shared/views/stores.ts';
import { type FleetTerminal, type TerminalWritten } from '../../shared/views/terminals.ts';
import { type Reading } from '../bridge/use-reading.ts';
import { AccountFault } from '../pairing/account-fault.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { PlaceFields } from './place-fields.tsx';
import styles from './register-form.module.css';
import { useChange } from './use-fleet.ts';

interface PlaceFormProps {
  readonly terminal: FleetTerminal;
  readonly stores: Reading<readonly StoreView[]>;
  /** This till takes payments on it. */
  readonly ours: boolean;
  readonly onChanged: (written: TerminalWritten) => void;
}

/** Gives a terminal another model, or moves it to another store. What was chosen stays until it is done. */
export function PlaceForm({ terminal, stores, ours, onChanged }: PlaceFormProps) {
  const { t } = useTranslation();
  const [place, setPlace] = useState({ model: terminal.model ?? '', storeId: terminal.storeId ?? '' });
  const change = useChange();
  const faults = fieldFaults(change.fault, ['storeId']);
  const moves = place.storeId !== (terminal.storeId ?? '');
  const submit = async (): Promise<void> => {
    const changed = await change.run({ terminalId: terminal.terminalId, ...place });
    if (changed?.ok) onChanged(changed.value);
  };
  return (
    <Card padded label={t('terminals.move.title')}>
      <div className={styles.form}>
        <h2>{t('terminals.move.title')}</h2>
        <PlaceFields
          place={place}
          onChange={(part) => {
            setPlace((before) => ({ ...before, ...part }));
            change.clear();
          }}
          stores={stores}
          storeFault={faults.of('storeId')}
          onEnter={() => void submit()}
        />
        {ours && moves && <p role="status">{t('terminals.move.ours')}</p>}
        {faults.rest && <AccountFault fault={faults.rest} about="reading" />}
        <div>
          <Button busy={change.busy} onPress={() => void submit()}>
            {t('terminals.move.save')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

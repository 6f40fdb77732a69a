import Plus from 'lucide-react/icons/plus';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { type Fault } from '../../shared/fault.ts';
import { longestDescription } from '../../shared/basket.ts';
import { type VatRate, norwegianRates, parseVatRate } from '../../shared/vat.ts';
import { type EntryKey, entryKeyOf } from '../app/keyboard.ts';
import { useWindowKeys } from '../app/use-keys.ts';
import { useTillCurrency } from '../i18n/use-format.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/text-field.tsx';
import { AmountField } from './amount-field.tsx';
import { deleted, parseEntry, typed } from './amount-entry.ts';
import { type EntryStore } from './entry-store.ts';
import { Keypad } from './keypad.tsx';
import styles from './open-amount-panel.module.css';
import { useAddAmount } from './use-sell.ts';
import { VatRates, otherRate } from './vat-rates.tsx';

/** An amount without a product: typed on the keypad, on the number pad from anywhere, or in its field. */
export function OpenAmountPanel({ entry }: { readonly entry: EntryStore }) {
  const { t } = useTranslation();
  const currency = useTillCurrency();
  const text = useStore(entry, (state) => state.text);
  const [rate, setRate] = useState<string>(norwegianRates[0]?.toString() ?? otherRate);
  const [other, setOther] = useState('');
  const [description, setDescription] = useState('');
  const [mistake, setMistake] = useState<Fault>();
  const field = useRef<HTMLInputElement>(null);
  const addAmount = useAddAmount();
  const fault = mistake ?? addAmount.fault;

  const setText = (next: string): void => {
    setMistake(undefined);
    addAmount.clear();
    entry.setState({ text: next.replaceAll('*', '×') });
  };

  const add = async (): Promise<void> => {
    const { text: typedText } = entry.getState();
    const parsed = parseEntry(typedText, currency);
    const vat = chosenRate(rate, other);
    if (!parsed.ok) {
      setMistake(parsed.error);
      return;
    }
    if (!vat.ok) {
      setMistake({ ...vat.error, field: 'vatRate' });
      return;
    }
    // The field is free for the next amount at once; what is refused comes back if nothing else was typed.
    setText('');
    setDescription('');
    const line = { ...parsed.value, vatRate: vat.value, description: description.trim() };
    const added = await addAmount.run(line);
    if (added.ok || entry.getState().text !== '') return;
    entry.setState({ text: typedText });
    setDescription(description);
  };

  const press = (key: EntryKey): void => {
    field.current?.focus({ preventScroll: true });
    if (key === 'add') return void add();
    const { text: before } = entry.getState();
    setText(key === 'delete' ? deleted(before) : typed(before, key.character));
  };

  useWindowKeys((pressed) => {
    const key = entryKeyOf(pressed);
    // Adding nothing is no mistake of a key; it may have meant anything.
    if (key === undefined || (key === 'add' && text === '')) return false;
    press(key);
    return true;
  });

  return (
    <Card className={styles.panel}>
      <div className={styles.entry}>
        <AmountField
          text={text}
          onText={setText}
          onAdd={() => text !== '' && void add()}
          fault={fault?.field === 'vatRate' ? undefined : fault}
          inputRef={field}
        />
        <VatRates
          rate={rate}
          onRate={setRate}
          other={other}
          onOther={setOther}
          fault={fault?.field === 'vatRate' ? fault : undefined}
        />
        <TextField
          label={t('sell.description')}
          labelHidden
          value={description}
          onChange={setDescription}
          placeholder={t('sell.description')}
          maxLength={longestDescription}
          onEnter={() => void add()}
        />
      </div>
      <Keypad
        onCharacter={(character) => press({ character })}
        onDelete={() => press('delete')}
        addIcon={<Plus aria-hidden />}
        onAdd={() => void add()}
      />
    </Card>
  );
}

function chosenRate(rate: string, other: string): ReturnType<typeof parseVatRate> {
  const known: VatRate | undefined = norwegianRates.find((candidate) => candidate.toString() === rate);
  return known === undefined ? parseVatRate(other) : { ok: true, value: known };
}

/** What a key can do, besides what it does to the control that has the focus. */
export type KeyAct =
  'charge' | 'escape' | 'enter' | 'search' | 'discountLine' | 'discountBasket' | 'sales' | 'lock' | 'help';

/** Where a key was pressed: in something that takes text, on a control that a key can press, or elsewhere. */
export type KeyPlace = 'text' | 'control' | 'elsewhere';

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** Held down: acts are for a press of their own. */
  readonly repeat: boolean;
  readonly place: KeyPlace;
}

/** The keys as the map shows them, for acts that have one of their own. */
export const keyNames = {
  charge: 'F9',
  chargeToo: 'Ctrl+Enter',
  escape: 'Esc',
  enter: 'Enter',
  search: 'F2',
  discountLine: 'F6',
  discountBasket: 'F7',
  sales: 'F8',
  lock: 'Ctrl+L',
  help: '?',
} as const;

/** What a press asks for, if anything. */
export function actOf(press: KeyPress): KeyAct | undefined {
  const { key, ctrlKey, altKey, metaKey, repeat, place } = press;
  if (repeat || altKey || metaKey) return undefined;
  if (ctrlKey) {
    if (key === 'Enter') return 'charge';
    return key.toLowerCase() === 'l' ? 'lock' : undefined;
  }
  switch (key) {
    case 'F9':
      return 'charge';
    case 'F2':
      return 'search';
    case 'F6':
      return 'discountLine';
    case 'F7':
      return 'discountBasket';
    case 'F8':
      return 'sales';
    case 'Escape':
      return 'escape';
    case 'Enter':
      return place === 'elsewhere' ? 'enter' : undefined;
    case '?':
      return place === 'text' ? undefined : 'help';
    default:
      return undefined;
  }
}

/** What a press on the number pad adds to the amount, wherever the focus is. */
export type EntryKey = 'delete' | 'add' | { readonly character: string };

/** The number pad builds the amount from anywhere that does not take text itself. */
export function entryKeyOf(press: KeyPress): EntryKey | undefined {
  const { key, ctrlKey, altKey, metaKey, place } = press;
  if (ctrlKey || altKey || metaKey || place === 'text') return undefined;
  if (/^[\d.,*]$/.test(key)) return { character: key };
  if (key === '+') return 'add';
  if (key === 'Backspace') return 'delete';
  return key === 'Enter' && place === 'elsewhere' ? 'add' : undefined;
}

/** A digit from anywhere that does not take text itself. */
export function digitOf({ key, ctrlKey, altKey, metaKey, place }: KeyPress): string | undefined {
  const plain = !ctrlKey && !altKey && !metaKey && place !== 'text';
  return plain && /^\d$/.test(key) ? key : undefined;
}

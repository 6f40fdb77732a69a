/**
 * A `merchant_reference` is unique per attempt, readable, and findable in Dintero's transaction list (rule P4):
 * `counter7-k3f9-20261120-000184-1` is till, journal, date, sale, attempt. The journal's part is random and made once,
 * so that neither two tills of one name nor a journal begun anew can meet.
 */
export interface ReferenceParts {
  readonly till: string;
  readonly journal: string;
  /** The till's local day. */
  readonly day: Date;
  readonly sale: number;
  readonly attempt: number;
}

const longestTill = 16;

/** The till's name as it stands in references: `Counter 7` is `counter7`, `Blåbær` is `blaabaer`. Never empty. */
export function tillPart(name: string): string {
  const letters = name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, longestTill);
  return letters === '' ? 'till' : letters;
}

const dayPart = (day: Date): string =>
  [
    day.getFullYear().toString(),
    (day.getMonth() + 1).toString().padStart(2, '0'),
    day.getDate().toString().padStart(2, '0'),
  ].join('');

const numberPart = (number: number): string => number.toString().padStart(6, '0');

export const attemptReference = (parts: ReferenceParts): string =>
  [tillPart(parts.till), parts.journal, dayPart(parts.day), numberPart(parts.sale), parts.attempt].join('-');

/** A `refund_reference`: the same till, journal and day, then `r` and this journal's running refund number. */
export const refundReference = (
  parts: Omit<ReferenceParts, 'sale' | 'attempt'> & { refund: number },
): string =>
  [tillPart(parts.till), parts.journal, dayPart(parts.day), `r${numberPart(parts.refund)}`].join('-');

/** The till and the journal of a payment's reference, or nothing when no till made it. */
export function readReference(reference: string): Pick<ReferenceParts, 'till' | 'journal'> | undefined {
  const [, till, journal] = /^([a-z0-9]{1,16})-([a-z0-9]{3,8})-\d{8}-\d{6,}-\d+$/.exec(reference) ?? [];
  return till === undefined || journal === undefined ? undefined : { till, journal };
}

/** Whether a reference was made by the journal with this part (rule P14). */
export const isFromJournal = (reference: string, journal: string): boolean =>
  reference.split('-')[1] === journal;

/** Whether a text is a whole reference of any till: a payment's, or a refund's. */
export const isReference = (text: string): boolean =>
  readReference(text) !== undefined || /^[a-z0-9]{1,16}-[a-z0-9]{3,8}-\d{8}-r\d{6,}$/.test(text);

import { inputFault } from '../../shared/fault.ts';
import { type Currency, decimalText, minorUnits, parseAmount } from '../../shared/money.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import { type Limits, type Measure, limitsSchema } from '../../shared/rights.ts';

/** A limit as it is typed; empty is none. */
export interface LimitText {
  readonly managerAbove: string;
  readonly deniedAbove: string;
}

export type LimitTexts = Readonly<Record<Measure, LimitText>>;
export type LimitField = `${Measure}.${keyof LimitText}`;

/** The measures, in the order in which they stand on the screen. */
export const measures = limitsSchema.unwrap().keyof().options;
export const limitKinds = ['managerAbove', 'deniedAbove'] as const satisfies readonly (keyof LimitText)[];

export const limitFields: readonly LimitField[] = measures.flatMap((measure) =>
  limitKinds.map((kind): LimitField => `${measure}.${kind}`),
);

/** Limits as a person writes them. @param separator the decimal one of their language */
export function limitTexts(limits: Limits, currency: Currency, separator: string): LimitTexts {
  const text = (measure: Measure, value: number | null): string => {
    if (value === null) return '';
    if (measure === 'refundAmount') return decimalText(minorUnits(value), currency).replace('.', separator);
    return value.toString().replace('.', separator);
  };
  const textsOf = (measure: Measure): LimitText => ({
    managerAbove: text(measure, limits[measure].managerAbove),
    deniedAbove: text(measure, limits[measure].deniedAbove),
  });
  return {
    refundAmount: textsOf('refundAmount'),
    refundAgeDays: textsOf('refundAgeDays'),
    discountPercent: textsOf('discountPercent'),
  };
}

/** What was typed as limits, or the first field that is none. */
export function readLimits(texts: LimitTexts, currency: Currency): Result<Limits> {
  const read: Partial<Record<Measure, Limits[Measure]>> = {};
  for (const measure of measures) {
    const values: Partial<Record<keyof LimitText, number | null>> = {};
    for (const kind of limitKinds) {
      const value = readLimit(measure, texts[measure][kind].trim(), currency);
      if (!value.ok) return err({ ...value.error, field: `${measure}.${kind}` });
      values[kind] = value.value;
    }
    const { managerAbove = null, deniedAbove = null } = values;
    if (managerAbove !== null && deniedAbove !== null && deniedAbove < managerAbove) {
      return err(inputFault('input.limit-order', `${measure}.deniedAbove`));
    }
    read[measure] = { managerAbove, deniedAbove };
  }
  const { refundAmount, refundAgeDays, discountPercent } = read;
  if (!refundAmount || !refundAgeDays || !discountPercent) throw new Error('A measure was not read');
  return ok({ refundAmount, refundAgeDays, discountPercent });
}

function readLimit(measure: Measure, text: string, currency: Currency): Result<number | null> {
  if (text === '') return ok(null);
  if (measure === 'refundAmount') return parseAmount(text, currency);
  if (measure === 'refundAgeDays') {
    return /^\d{1,5}$/.test(text) ? ok(Number(text)) : err(inputFault('input.days'));
  }
  const percent = /^\d{1,3}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return percent <= 100 ? ok(percent) : err(inputFault('input.percent'));
}

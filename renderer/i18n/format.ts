import { type Currency, type MinorUnits, type Money, exponentOf } from '../../shared/money.ts';
import { type Locale } from '../../shared/views/app.ts';

/** Numbers, money and times as a person of this language writes them. */
export interface Format {
  readonly locale: Locale;
  /** `399,00`, without the currency. */
  readonly amount: (amount: MinorUnits, currency: Currency) => string;
  /** `kr 399,00`. */
  readonly money: (money: Money) => string;
  /** `kr`, or the code where a currency has no sign of its own. */
  readonly symbol: (currency: Currency) => string;
  /** `11.11%`, from hundredths of a percent. */
  readonly percent: (hundredths: number) => string;
  /** How many of something; up to three decimals, for goods by weight. */
  readonly quantity: (quantity: number) => string;
  /** `14:02` */
  readonly time: (at: number) => string;
  /** `14:02:11` */
  readonly exactTime: (at: number) => string;
  /** `Friday 20 November` */
  readonly day: (at: number) => string;
  /** `20 November 2026, 14:02` */
  readonly dateTime: (at: number) => string;
  /** `20/11/2026, 14:02` */
  readonly shortDateTime: (at: number) => string;
  /** `1.3 s`, from ms. */
  readonly seconds: (ms: number) => string;
  /** `1:04`, minutes and seconds, from ms. */
  readonly elapsed: (ms: number) => string;
  readonly decimalSeparator: string;
}

const tags = { en: 'en-GB', nb: 'nb-NO' } as const satisfies Record<Locale, string>;

/** The language tag that the platform's own formatters take. */
export const languageTag = (locale: Locale): string => tags[locale];

const noBreakSpace = '\u00a0';
const second = 1_000;
const minute = 60 * second;

/** Makes the formatters of a language; they are costly to make and cheap to use. */
export function createFormat(locale: Locale): Format {
  const tag = tags[locale];
  const byCurrency = new Map<string, Intl.NumberFormat>();
  const decimals = (currency: Currency): Intl.NumberFormat => {
    const known = byCurrency.get(currency);
    if (known) return known;
    const digits = exponentOf(currency);
    const made = new Intl.NumberFormat(tag, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    byCurrency.set(currency, made);
    return made;
  };
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 2 });
  const quantity = new Intl.NumberFormat(tag, { maximumFractionDigits: 3 });
  const whole = new Intl.NumberFormat(tag);
  const twoDigits = new Intl.NumberFormat(tag, { minimumIntegerDigits: 2 });
  const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' });
  const exactTime = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const day = new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long' });
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' });
  const shortDateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'short', timeStyle: 'short' });
  const tenths = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const symbol = (currency: Currency): string => symbolOf(tag, currency);
  const amount = (minor: MinorUnits, currency: Currency): string =>
    decimals(currency).format(minor / 10 ** exponentOf(currency));

  return {
    locale,
    amount,
    money: (money) => `${symbol(money.currency)}${noBreakSpace}${amount(money.amount, money.currency)}`,
    symbol,
    percent: (hundredths) => percent.format(hundredths / 10_000),
    quantity: (value) => quantity.format(value),
    time: (at) => time.format(at),
    exactTime: (at) => exactTime.format(at),
    day: (at) => day.format(at),
    dateTime: (at) => dateTime.format(at),
    shortDateTime: (at) => shortDateTime.format(at),
    seconds: (ms) => `${tenths.format(ms / second)}${noBreakSpace}s`,
    elapsed: (ms) =>
      `${whole.format(Math.floor(ms / minute))}:${twoDigits.format(Math.floor((ms % minute) / second))}`,
    decimalSeparator: separatorOf(tag),
  };
}

const symbolOf = (tag: string, currency: Currency): string =>
  new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value ?? currency;

const separatorOf = (tag: string): string =>
  new Intl.NumberFormat(tag).formatToParts(0.5).find((part) => part.type === 'decimal')?.value ?? '.';

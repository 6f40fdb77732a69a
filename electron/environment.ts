import { type DinteroAddresses, dinteroAddresses, parseOrigin } from './dintero/addresses.ts';
import type { AppView, Locale } from '../shared/views/app.ts';
import { localeSchema } from '../shared/views/app.ts';
import type { TillTimes } from './till.ts';

/** What the outside may tell an unpackaged build: where Dintero is, and shorter times for tests. */
export interface Environment {
  readonly addresses: DinteroAddresses;
  readonly times: TillTimes;
  readonly locale: Locale | undefined;
  /** What carries the window. The stand-in says so itself, also to a packaged build. */
  readonly host: AppView['host'];
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Rule P16: how long after the deadline "not found" frees the terminal. In ms. */
const usualNotFoundMargin = 60_000;
/** Rule R3: how long a refund may run before its end counts as unknown. In ms. */
const usualRefundDeadline = 300_000;
const usualMinute = 60_000;

/**
 * Reads the `TILLSIDE_…` variables. Throws on a value that can't be used: whoever sets one wants it to hold. A packaged
 * build honours none of them.
 */
export function readEnvironment(variables: Variables, packaged: boolean): Environment {
  const given = packaged ? {} : variables;
  const deadlineMs = milliseconds(given, 'TILLSIDE_DEADLINE_MS');
  return {
    addresses: {
      checkout: origin(given, 'TILLSIDE_CHECKOUT_URL') ?? dinteroAddresses.checkout,
      api: origin(given, 'TILLSIDE_API_URL') ?? dinteroAddresses.api,
    },
    times: {
      ...(deadlineMs !== undefined && { deadlineMs }),
      notFoundMarginMs: milliseconds(given, 'TILLSIDE_NOT_FOUND_MARGIN_MS') ?? usualNotFoundMargin,
      refundDeadlineMs: milliseconds(given, 'TILLSIDE_REFUND_DEADLINE_MS') ?? usualRefundDeadline,
      idleMinuteMs: milliseconds(given, 'TILLSIDE_IDLE_MINUTE_MS') ?? usualMinute,
    },
    locale: localeSchema.optional().parse(empty(given['TILLSIDE_LOCALE'])),
    host: variables['TILLSIDE_HOST'] === 'stand-in' ? 'stand-in' : 'electron',
  };
}

const empty = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

function origin(variables: Variables, name: string): URL | undefined {
  const text = empty(variables[name]);
  if (text === undefined) return undefined;
  const url = parseOrigin(text);
  if (!url) throw new Error(`${name} must be an https origin, or http on loopback: ${text}`);
  return url;
}

function milliseconds(variables: Variables, name: string): number | undefined {
  const text = empty(variables[name]);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} must be a whole number of milliseconds: ${text}`);
  return Number(text);
}

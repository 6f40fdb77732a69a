/** Why a card was declined: Dintero's error types, and the result code of the card scheme. */
export interface Decline {
  readonly message: string;
  readonly types: readonly string[];
  readonly resultCode?: string;
}

export type CardName = 'visa' | 'mastercard';

/** What presenting a card leads to. */
export type SaleOutcome =
  | {
      readonly kind: 'approved';
      readonly card: CardName;
      readonly capture: 'soon' | 'lingering';
      /** In percent of the amount. */
      readonly tipPercent?: number;
      /** How much of the amount is approved, in percent. */
      readonly approvedPercent?: number;
    }
  | { readonly kind: 'declined'; readonly decline: Decline }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly approvedLater: boolean }
  /** A status that decides nothing. */
  | { readonly kind: 'undecided'; readonly status: string; readonly approvedLater: boolean }
  /** The terminal goes on prompting, and never gives up either. */
  | { readonly kind: 'silent' };

export type RefundOutcome = 'succeeds' | 'succeeds-later' | 'fails-later' | 'never-ends' | 'unavailable';

/** What an amount makes happen, to a sale and to a refund. */
interface Scenario {
  readonly sale?: SaleOutcome;
  readonly refund?: RefundOutcome;
  readonly slowPrompt?: boolean;
}

/** A status that Dintero does not have, for clients that must bear with one. */
const inventedStatus = 'AWAITING_REVIEW';

const approved = { kind: 'approved', card: 'visa', capture: 'soon' } as const;

const declined = (message: string, type: string, resultCode: string): SaleOutcome => ({
  kind: 'declined',
  decline: { message, types: ['DECLINED', type], resultCode },
});

/**
 * Every amount that means something, in minor units of any currency: of a sale its `order.amount`, of a refund the refund's
 * own amount. 399.00 is Dintero's; its other amounts lie at 9901.00 and above and their table is not published, so ours keep
 * to 1.01–1.20, which real simulated terminals know nothing of. All other amounts approve.
 * https://docs.dintero.com/docs/checkout/in-person/simulated-terminals
 */
const scenarios: Readonly<Record<number, Scenario>> = {
  /** Approved with a Visa card, and captured. */
  39_900: { sale: approved },
  /** Declined: not enough money on the card. */
  101: { sale: declined('Not sufficient funds', 'INSUFFICIENT_FUNDS', '51') },
  /** Declined: the card has expired. */
  102: { sale: declined('Expired card', 'EXPIRED_CARD', '54') },
  /** Declined: wrong PIN. */
  103: { sale: declined('Incorrect PIN', 'PIN_REQUIRED', '55') },
  /** The customer presses the red key. */
  104: { sale: { kind: 'cancelled' } },
  /** Something breaks; nothing is charged. */
  105: { sale: { kind: 'failed', approvedLater: false } },
  /** UNKNOWN at first, captured later. */
  106: { sale: { kind: 'undecided', status: 'UNKNOWN', approvedLater: true } },
  /** UNKNOWN, and no more is ever heard. */
  107: { sale: { kind: 'undecided', status: 'UNKNOWN', approvedLater: false } },
  /** ON_HOLD at first, captured later. */
  108: { sale: { kind: 'undecided', status: 'ON_HOLD', approvedLater: true } },
  /** The terminal prompts until the session is cancelled. */
  109: { sale: { kind: 'silent' } },
  /** The terminal takes long to prompt, then approves. */
  110: { sale: approved, slowPrompt: true },
  /** Authorized, and captured much later. */
  111: { sale: { ...approved, capture: 'lingering' } },
  /** A status that nobody knows, captured later. */
  112: { sale: { kind: 'undecided', status: inventedStatus, approvedLater: true } },
  /** Approved with a tip of 10 % on top. */
  113: { sale: { ...approved, tipPercent: 10 } },
  /** Half of the amount is approved. */
  114: { sale: { ...approved, approvedPercent: 50 } },
  /** FAILED at first, approved and captured later. */
  115: { sale: { kind: 'failed', approvedLater: true } },
  /** A refund of this amount runs, and succeeds later. */
  116: { refund: 'succeeds-later' },
  /** A refund of this amount runs, and fails later. */
  117: { refund: 'fails-later' },
  /** A refund of this amount is answered with 503; nothing is done. */
  118: { refund: 'unavailable' },
  /** A refund of this amount runs, and its end is never told. */
  119: { refund: 'never-ends' },
  /** Approved with a Mastercard, chip read. */
  120: { sale: { ...approved, card: 'mastercard' } },
};

/** What presenting a card for this amount leads to; `amount` in minor units. */
export const saleOutcome = (amount: number): SaleOutcome => scenarios[amount]?.sale ?? approved;

/** How a refund of this amount goes; `amount` in minor units. */
export const refundOutcome = (amount: number): RefundOutcome => scenarios[amount]?.refund ?? 'succeeds';

/** Whether the terminal takes its time before it asks for this amount, in minor units. */
export const promptsSlowly = (amount: number): boolean => scenarios[amount]?.slowPrompt ?? false;

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

/** What an amount makes happen. */
export interface Scenario {
  readonly name: string;
  /** In minor units, of any currency: of a sale its `order.amount`, of a refund the refund's own amount. */
  readonly amount: number;
  /** `dintero`: Dintero's own simulated terminals do the same. `tillside`: made up for this sandbox. */
  readonly from: 'dintero' | 'tillside';
  readonly about: string;
  readonly sale?: SaleOutcome;
  readonly refund?: RefundOutcome;
  readonly slowPrompt?: boolean;
}

/** A status that Dintero does not have, for clients that must bear with one. */
export const inventedStatus = 'AWAITING_REVIEW';

const approved = { kind: 'approved', card: 'visa', capture: 'soon' } as const;

const declined = (message: string, type: string, resultCode: string): SaleOutcome => ({
  kind: 'declined',
  decline: { message, types: ['DECLINED', type], resultCode },
});

/**
 * Every amount that means something. 399.00 is Dintero's; its other amounts lie at 9901.00 and above and their table is
 * not published, so ours keep to 1.01–1.20, which real simulated terminals know nothing of. All other amounts approve.
 * https://docs.dintero.com/docs/checkout/in-person/simulated-terminals
 */
export const scenarios: readonly Scenario[] = [
  {
    name: 'approved-visa',
    amount: 39_900,
    from: 'dintero',
    about: 'Approved with a Visa card, and captured',
    sale: approved,
  },
  ours(101, 'insufficient-funds', 'Declined: not enough money on the card', {
    sale: declined('Not sufficient funds', 'INSUFFICIENT_FUNDS', '51'),
  }),
  ours(102, 'expired-card', 'Declined: the card has expired', {
    sale: declined('Expired card', 'EXPIRED_CARD', '54'),
  }),
  ours(103, 'wrong-pin', 'Declined: wrong PIN', { sale: declined('Incorrect PIN', 'PIN_REQUIRED', '55') }),
  ours(104, 'cancelled-on-terminal', 'The customer presses the red key', { sale: { kind: 'cancelled' } }),
  ours(105, 'technical-failure', 'Something breaks; nothing is charged', {
    sale: { kind: 'failed', approvedLater: false },
  }),
  ours(106, 'unknown-then-captured', 'UNKNOWN at first, captured later', {
    sale: { kind: 'undecided', status: 'UNKNOWN', approvedLater: true },
  }),
  ours(107, 'unknown-for-ever', 'UNKNOWN, and no more is ever heard', {
    sale: { kind: 'undecided', status: 'UNKNOWN', approvedLater: false },
  }),
  ours(108, 'on-hold-then-captured', 'ON_HOLD at first, captured later', {
    sale: { kind: 'undecided', status: 'ON_HOLD', approvedLater: true },
  }),
  ours(109, 'never-answers', 'The terminal prompts until the session is cancelled', {
    sale: { kind: 'silent' },
  }),
  ours(110, 'slow-prompt', 'The terminal takes long to prompt, then approves', {
    sale: approved,
    slowPrompt: true,
  }),
  ours(111, 'authorized-stays', 'Authorized, and captured much later', {
    sale: { ...approved, capture: 'lingering' },
  }),
  ours(112, 'invented-status', 'A status that nobody knows, captured later', {
    sale: { kind: 'undecided', status: inventedStatus, approvedLater: true },
  }),
  ours(113, 'tip-added', 'Approved with a tip of 10 % on top', { sale: { ...approved, tipPercent: 10 } }),
  ours(114, 'partly-approved', 'Half of the amount is approved', {
    sale: { ...approved, approvedPercent: 50 },
  }),
  ours(115, 'approved-after-failed', 'FAILED at first, approved and captured later', {
    sale: { kind: 'failed', approvedLater: true },
  }),
  ours(116, 'refund-succeeds-later', 'A refund of this amount runs, and succeeds later', {
    refund: 'succeeds-later',
  }),
  ours(117, 'refund-fails-later', 'A refund of this amount runs, and fails later', { refund: 'fails-later' }),
  ours(118, 'refund-unavailable', 'A refund of this amount is answered with 503; nothing is done', {
    refund: 'unavailable',
  }),
  ours(119, 'refund-never-ends', 'A refund of this amount runs, and its end is never told', {
    refund: 'never-ends',
  }),
  ours(120, 'approved-mastercard', 'Approved with a Mastercard, chip read', {
    sale: { ...approved, card: 'mastercard' },
  }),
];

function ours(
  amount: number,
  name: string,
  about: string,
  what: Pick<Scenario, 'sale' | 'refund' | 'slowPrompt'>,
): Scenario {
  return { amount, name, from: 'tillside', about, ...what };
}

const byAmount: ReadonlyMap<number, Scenario> = new Map(
  scenarios.map((scenario) => [scenario.amount, scenario]),
);

/** What presenting a card for this amount leads to; `amount` in minor units. */
export const saleOutcome = (amount: number): SaleOutcome => byAmount.get(amount)?.sale ?? approved;

/** How a refund of this amount goes; `amount` in minor units. */
export const refundOutcome = (amount: number): RefundOutcome => byAmount.get(amount)?.refund ?? 'succeeds';

export const promptsSlowly = (amount: number): boolean => byAmount.get(amount)?.slowPrompt ?? false;

import fc from 'fast-check';
import type { OptionsChange } from '../../../electron/sandbox/options.ts';
import type { Button } from '../../../electron/sandbox/terminals.ts';
import {
  cancelCall,
  createCall,
  refundCall,
  sessionRead,
  transactionList,
  transactionRead,
} from '../../integration/payments/calls.ts';

/** The calls that may go wrong, by a name that a counterexample can show. */
export const calls = {
  create: createCall,
  cancel: cancelCall,
  refund: refundCall,
  session: sessionRead,
  transaction: transactionRead,
  list: transactionList,
} as const;

/** How the sandbox answers instead: by a disturbance, or with a status for something that was not done. */
type Mishap = 'lose-reply' | 'reset' | 'garble' | 'truncate' | 503 | 429 | 409 | 500;

/** What one random hand does: a cashier's, a customer's, the network's, or time's. Plain data, so that it can be read. */
export type Step =
  | {
      readonly does: 'charge';
      readonly till: number;
      readonly amount: number;
      readonly acceptRisk: boolean;
      /** What the customer does at once. */
      readonly customer: Button | 'nothing';
    }
  | {
      readonly does:
        | 'cancel'
        | 'check'
        | 'set aside'
        | 'free terminal'
        | 'new sale'
        | 'try again'
        | 'back to basket'
        | 'restart'
        | 'wake up';
      readonly till: number;
    }
  | { readonly does: 'mark payment'; readonly till: number; readonly verdict: 'paid' | 'not-paid' }
  | { readonly does: 'refund'; readonly till: number; readonly sale: number; readonly amount: number }
  | { readonly does: 'mark refund'; readonly till: number; readonly verdict: 'done' | 'not-done' }
  | { readonly does: 'free refund'; readonly till: number }
  | { readonly does: 'refund elsewhere'; readonly sale: number; readonly amount: number }
  | { readonly does: 'press'; readonly terminal: number; readonly button: Button }
  | { readonly does: 'pass'; readonly ms: number }
  | {
      readonly does: 'trouble';
      readonly call: keyof typeof calls;
      readonly kind: Mishap;
      readonly times: number;
    };

/** A day at two tills of one shop. */
export interface Day {
  readonly sandbox: OptionsChange;
  /** Whether both tills drive the same terminal. */
  readonly sharedTerminal: boolean;
  readonly steps: readonly Step[];
}

const till = fc.constantFrom(0, 1);
const sale = fc.constantFrom(0, 1, 2);

/** Amounts with a meaning to the sandbox, and some without. In minor units. */
const chargeAmount = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 5_000, max: 90_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 101, max: 115 }) },
);
const refundAmount = fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 116, max: 119 }));

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('charge'),
      till,
      amount: chargeAmount,
      acceptRisk: fc.boolean(),
      customer: fc.constantFrom('tap', 'tap', 'tap', 'decline', 'cancel', 'nothing', 'nothing'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('press'),
      terminal: till,
      button: fc.constantFrom<Button>('tap', 'tap', 'tap', 'decline', 'cancel', 'unplug', 'plug-in'),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      does: fc.constantFrom(
        'cancel',
        'check',
        'set aside',
        'free terminal',
        'new sale',
        'new sale',
        'try again',
        'back to basket',
        'restart',
        'wake up',
      ),
      till,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('pass'),
      ms: fc.constantFrom(500, 1_000, 3_000, 10_000, 60_000, 130_000, 250_000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('trouble'),
      call: fc.constantFrom<keyof typeof calls>(
        'create',
        'create',
        'cancel',
        'refund',
        'session',
        'transaction',
        'list',
      ),
      kind: fc.constantFrom<Mishap>(
        'lose-reply',
        'lose-reply',
        'reset',
        'garble',
        'truncate',
        503,
        429,
        409,
        500,
      ),
      times: fc.constantFrom(1, 1, 3),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant('refund'), till, sale, amount: refundAmount }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('refund elsewhere'), sale, amount: refundAmount }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('mark payment'),
      till,
      verdict: fc.constantFrom('paid', 'not-paid'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('mark refund'),
      till,
      verdict: fc.constantFrom('done', 'not-done'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('free refund'), till }) },
);

const sandbox: fc.Arbitrary<OptionsChange> = fc.record({
  captureDelayMs: fc.constantFrom(0, 500, 20_000),
  transactionOpens: fc.constantFrom('at-prompt', 'at-card'),
  busyPolicy: fc.constantFrom('reject-409', 'reject-400', 'queue'),
  unpluggedSession: fc.constantFrom('no-transaction', 'initiated'),
  plugInAgain: fc.constantFrom('continue', 'drop'),
  promptTimeoutStatus: fc.constantFrom('FAILED', 'DECLINED', 'AUTHORIZATION_VOIDED'),
  declinedStatus: fc.constantFrom('FAILED', 'DECLINED'),
  cancelStopsPromptAfterMs: fc.constantFrom(0, 3_000),
  cardBeatsCancel: fc.boolean(),
  sessionList: fc.constantFrom('array', 'wrapped', 'off'),
  indexingDelayMs: fc.constantFrom(0, 0, 5_000, 100_000, 400_000),
  listOrder: fc.constantFrom('newest-first', 'oldest-first'),
  refundReply: fc.constantFrom(200, 202),
  refundDelayMs: fc.constantFrom(0, 500),
  countRunningRefunds: fc.boolean(),
  refundLineCeiling: fc.boolean(),
  laterMs: fc.constantFrom(3_000, 250_000),
});

/** Random days. */
export const days: fc.Arbitrary<Day> = fc.record({
  sandbox,
  sharedTerminal: fc.boolean(),
  steps: fc.array(step, { minLength: 1, maxLength: 50, size: 'max' }),
});

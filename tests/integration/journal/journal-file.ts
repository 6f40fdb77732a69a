import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AttemptDraft } from '../../../electron/journal/attempts.ts';
import { type Journal, type OpenedJournal, openJournal } from '../../../electron/journal/journal.ts';
import type { RefundDraft } from '../../../electron/journal/refunds.ts';
import type { Attempt } from '../../../shared/attempt.ts';
import { currency, minorUnits } from '../../../shared/money.ts';
import type { TransactionFacts } from '../../../shared/payment-facts.ts';
import type { Result } from '../../../shared/result.ts';
import { vatRate } from '../../../shared/vat.ts';
import { HandClock } from '../hand-clock.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export const accountId = 'T12345678';
export const person = { id: 'p', name: 'Kåre' };

/** The journal's file in a folder of its own, opened as often as a test wants. */
export class JournalFile {
  readonly file: string;
  readonly clock: HandClock;
  /** Errors of writing the head record. */
  readonly headFailures: unknown[] = [];
  #open: Journal | undefined;

  constructor(folder = temporaryFolder(), clock = new HandClock()) {
    this.file = join(folder, `journal-${accountId}.sqlite`);
    this.clock = clock;
    onTestFinished(() => this.close());
  }

  tryOpen(): Result<OpenedJournal> {
    this.close();
    const opened = openJournal({
      file: this.file,
      accountId,
      clock: this.clock,
      onHeadFailure: (error) => this.headFailures.push(error),
    });
    if (opened.ok) this.#open = opened.value.journal;
    return opened;
  }

  open(): OpenedJournal {
    return value(this.tryOpen());
  }

  close(): void {
    this.#open?.close();
    this.#open = undefined;
  }

  /** What lies beside the file, by the end of its name: its log, its head record. */
  has(suffix: string): boolean {
    return existsSync(`${this.file}${suffix}`);
  }
}

export function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const startedAt = Date.UTC(2026, 10, 20, 11);

export const draftOf = (more: Partial<AttemptDraft> = {}): AttemptDraft => ({
  attemptId: randomUUID(),
  saleId: randomUUID(),
  tillName: 'Counter 7',
  terminalId: 'T12345678-T0001',
  storeId: 'oslo-center',
  amount: { amount: minorUnits(39900), currency: currency('NOK') },
  lines: [
    {
      lineId: '1',
      description: 'Blåbærkake',
      quantity: 2,
      unitPrice: minorUnits(19950),
      vatRate: vatRate(15),
      amount: minorUnits(39900),
    },
  ],
  person,
  startedAt,
  deadlineAt: startedAt + 180_000,
  ...more,
});

export const factsOf = (
  attempt: Pick<Attempt, 'attemptId' | 'reference' | 'amount'>,
  status: string,
): TransactionFacts => ({
  id: `tx-${attempt.attemptId}`,
  sessionId: `session-${attempt.attemptId}`,
  reference: attempt.reference,
  currency: attempt.amount.currency,
  amount: attempt.amount.amount,
  status,
  declineTypes: [],
  card: { maskedPan: '**** 1234', brand: 'VISA' },
});

export const refundOf = (attempt: Attempt, more: Partial<RefundDraft> = {}): RefundDraft => ({
  refundId: randomUUID(),
  attemptId: attempt.attemptId,
  saleId: attempt.saleId,
  transactionId: `tx-${attempt.attemptId}`,
  tillName: 'Counter 7',
  amount: { amount: minorUnits(10000), currency: currency('NOK') },
  items: [],
  reason: 'Too dry',
  terminalId: attempt.terminalId,
  person,
  approver: person,
  startedAt: startedAt + 600_000,
  deadlineAt: startedAt + 900_000,
  ...more,
});

/** Sells something: three events. */
export function sell(journal: Journal, more: Partial<AttemptDraft> = {}): Attempt {
  const draft = draftOf(more);
  const attempt = value(journal.attempts.start(draft, false));
  const at = draft.startedAt + 1_000;
  value(
    journal.attempts.record(
      attempt.attemptId,
      { kind: 'evidence', evidence: { kind: 'created', sessionId: `session-${attempt.attemptId}` } },
      at,
    ),
  );
  return value(
    journal.attempts.record(
      attempt.attemptId,
      { kind: 'evidence', evidence: { kind: 'transaction', transaction: factsOf(attempt, 'CAPTURED') } },
      at + 9_000,
    ),
  );
}

import { randomUUID } from 'node:crypto';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { type AttemptEvent, applyAttemptEvent } from '../../shared/attempt-events.ts';
import { type Attempt, type AttemptStart, beginAttempt } from '../../shared/attempt.ts';
import { type MinorUnits, minorUnits } from '../../shared/money.ts';
import type { TransactionFacts } from '../../shared/payment-facts.ts';
import { attemptReference } from '../../shared/reference.ts';
import { vatRate } from '../../shared/vat.ts';
import { genesis, hashText, rowHasher } from '../../electron/journal/chain.ts';
import { writeHead } from '../../electron/journal/head-record.ts';
import { attemptRow } from '../../electron/journal/projections.ts';
import { searchedSale, summarise } from '../../electron/journal/sale-summary.ts';
import { saleRow } from '../../electron/journal/sales.ts';
import { journalAt, nok, terminalId } from './bench-till.ts';

const by = { id: 'person-ola', name: 'Ola' };
const firstAt = Date.UTC(2020, 0, 1);
/** A till that sells all day has a sale every few minutes. In ms. */
const between = 180_000;

/**
 * Writes a journal of `sales` sales with ten events each, as the till would have: chained, with every projection. In one
 * transaction that is not synced, for it takes long enough. Gives the references of the sales.
 */
export function writeLongJournal(file: string, sales: number): readonly string[] {
  const journal = journalAt(file);
  const part = journal.part.current;
  journal.close();
  const database = new DatabaseSync(file);
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; BEGIN');
  const hashRow = rowHasher();
  const addEvent = database.prepare(
    'INSERT INTO attempt_events (seq, attempt_id, at, payload, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const columns = Object.keys(attemptRow(beginAttempt(startOf(1, part))));
  const addAttempt = database.prepare(
    `INSERT INTO attempts (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  let addSale: StatementSync | undefined;
  const references: string[] = [];
  let seq = 0;
  let last: Uint8Array = genesis;
  for (let number = 1; number <= sales; number += 1) {
    const start = startOf(number, part);
    let attempt: Attempt = beginAttempt(start);
    for (const [index, event] of eventsOf(start).entries()) {
      const at = start.startedAt + index * 1_000;
      const payload = JSON.stringify(event);
      seq += 1;
      const hash = hashRow(last, { seq, table: 'attempt_events', subject: start.attemptId, at, payload });
      addEvent.run(seq, start.attemptId, at, payload, last, hash);
      last = hash;
      attempt = applyAttemptEvent(attempt, event, at);
    }
    addAttempt.run(...Object.values(attemptRow(attempt)));
    const summary = summarise([attempt], []);
    if (!summary) throw new Error('A sale has an attempt');
    const row = saleRow(summary, searchedSale([attempt], summary));
    addSale ??= database.prepare(
      `INSERT INTO sales (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
        .map(() => '?')
        .join(', ')})`,
    );
    addSale.run(...Object.values(row));
    references.push(start.reference);
  }
  database.prepare('INSERT INTO chain_head (only_row, seq, hash) VALUES (1, ?, ?)').run(seq, last);
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  writeHead(file, { count: seq, hash: hashText(last) });
  return references;
}

/** From 10.00 to 1,009.98, each for a hundredth of the sales or so. */
export const amountOf = (saleNumber: number): MinorUnits =>
  minorUnits(1_000 + ((saleNumber * 7_919) % 50_000) * 2);

/** The last digits of the card that paid. */
export const cardOf = (saleNumber: number): string => String((saleNumber * 6_151) % 10_000).padStart(4, '0');

function startOf(saleNumber: number, journal: string): AttemptStart {
  const startedAt = firstAt + saleNumber * between;
  const till = 'Counter 7';
  return {
    attemptId: randomUUID(),
    saleId: randomUUID(),
    saleNumber,
    attemptNumber: 1,
    reference: attemptReference({ till, journal, day: new Date(startedAt), sale: saleNumber, attempt: 1 }),
    terminalId,
    storeId: 'oslo-center',
    amount: { amount: amountOf(saleNumber), currency: nok },
    lines: [
      {
        lineId: '1',
        description: 'Blåbærkake',
        quantity: 2,
        unitPrice: minorUnits(amountOf(saleNumber) / 2),
        vatRate: vatRate(15),
        amount: amountOf(saleNumber),
      },
    ],
    person: by,
    startedAt,
    deadlineAt: startedAt + 180_000,
  };
}

function eventsOf(start: AttemptStart): readonly AttemptEvent[] {
  const facts = (status: string): TransactionFacts => ({
    id: `tx-${start.attemptId}`,
    sessionId: `session-${start.attemptId}`,
    reference: start.reference,
    currency: start.amount.currency,
    amount: start.amount.amount,
    status,
    declineTypes: [],
    card: { maskedPan: `476173******${cardOf(start.saleNumber)}`, brand: 'VISA' },
  });
  const seen = (status: string): AttemptEvent => ({
    kind: 'evidence',
    evidence: { kind: 'transaction', transaction: facts(status) },
  });
  return [
    { kind: 'started', start },
    { kind: 'evidence', evidence: { kind: 'created', sessionId: `session-${start.attemptId}` } },
    seen('INITIATED'),
    { kind: 'cancel-requested', by },
    { kind: 'cancel-sent' },
    { kind: 'cancel-refused', code: 'terminal.busy' },
    seen('ON_HOLD'),
    seen('AUTHORIZED'),
    seen('CAPTURED'),
    { kind: 'closed', by },
  ];
}

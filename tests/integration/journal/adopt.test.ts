import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../electron/journal/journal.ts';
import type { Attempt } from '../../../shared/attempt.ts';
import type { Evidence } from '../../../shared/payment-facts.ts';
import type { Result } from '../../../shared/result.ts';
import { JournalFile, draftOf, factsOf, person, value } from './journal-file.ts';

const approval = { reason: 'Mine', approver: person, by: person };

/** A sale with one attempt, of which Dintero said this, and a payment that was found at Dintero with this status. */
function adopted(status: string, said?: Evidence): Result<Attempt> {
  const { journal } = new JournalFile().open();
  const first = value(journal.attempts.start(draftOf(), false));
  const { attemptId, saleId, startedAt } = first;
  if (said) value(journal.attempts.record(attemptId, { kind: 'evidence', evidence: said }, startedAt));
  return journal.attempts.adopt(findOne(journal, first, status).attemptId, saleId, approval, startedAt);
}

function findOne(journal: Journal, open: Attempt, status: string): Attempt {
  const { saleId: _sale, tillName: _till, ...draft } = draftOf({ terminalId: 'T12345678-T0002' });
  const found = { ...draft, reference: `counter7-${journal.part.current}-20261120-000900-1` };
  const transaction = factsOf({ ...open, ...found }, status);
  return value(journal.attempts.found(found, { kind: 'transaction', transaction }, draft.startedAt));
}

const statuses = ['AUTHORIZED', 'CAPTURED'];
const refused: Evidence = { kind: 'refused', code: 'terminal.refused' };

describe('P2, P14: a found payment, taken over by a sale', () => {
  it.each(statuses)('whose attempt is open is refused when it is %s: both could be paid', (status) => {
    expect(adopted(status)).toMatchObject({ ok: false, error: { code: 'input.changed-meanwhile' } });
  });

  it.each(statuses)('whose attempt took nothing joins it when it is %s', (status) => {
    expect(adopted(status, refused)).toMatchObject({ ok: true, value: { attemptNumber: 2 } });
  });
});

describe('P14: a found payment', () => {
  it('that can’t be told to be ours holds no terminal, for nobody is asked for a card', () => {
    const { journal } = new JournalFile().open();
    const open = value(journal.attempts.start(draftOf(), false));
    const { saleId: _sale, tillName: _till, ...draft } = draftOf();
    const found = { ...draft, reference: `counter7-${journal.part.current}-20261120-000900-1` };
    const { sessionId: _session, ...transaction } = factsOf({ ...open, ...found }, 'CAPTURED');
    const kept = journal.attempts.found(found, { kind: 'transaction', transaction }, draft.startedAt);
    expect(value(kept).state).toBe('unknown');
    expect(journal.holds.holderOf(open.terminalId)).toBe(open.reference);
  });
});

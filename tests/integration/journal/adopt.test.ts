import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../electron/journal/journal.ts';
import type { Attempt } from '../../../shared/attempt.ts';
import type { Result } from '../../../shared/result.ts';
import { JournalFile, draftOf, factsOf, person, value } from './journal-file.ts';

const approval = { reason: 'Mine', approver: person, by: person };

/** A sale with an open attempt, and a payment that was found at Dintero with this status. */
function adopted(status: string): Result<Attempt> {
  const { journal } = new JournalFile().open();
  const open = value(journal.attempts.start(draftOf(), false));
  const { attemptId } = findOne(journal, open, status);
  return journal.attempts.adopt(attemptId, open.saleId, approval, open.startedAt);
}

function findOne(journal: Journal, open: Attempt, status: string): Attempt {
  const { saleId: _sale, tillName: _till, ...draft } = draftOf({ terminalId: 'T12345678-T0002' });
  const found = { ...draft, reference: `counter7-${journal.part.current}-20261120-000900-1` };
  const transaction = factsOf({ ...open, ...found }, status);
  return value(journal.attempts.found(found, { kind: 'transaction', transaction }, draft.startedAt));
}

describe('P2, P14: a found payment, taken over by a sale with an open attempt', () => {
  it('is refused while it is open itself, for only one may be', () => {
    expect(adopted('AUTHORIZED')).toMatchObject({ ok: false, error: { code: 'input.changed-meanwhile' } });
  });

  it('joins the sale when its end is known', () => {
    expect(adopted('CAPTURED')).toMatchObject({ ok: true, value: { attemptNumber: 2 } });
  });
});

import { expect, it } from 'vitest';
import { AuditRecorder } from '../../../electron/audit/recorder.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { HandClock } from '../hand-clock.ts';
import { JournalFile } from '../journal/journal-file.ts';

const ola = { id: 'ola', name: 'Ola' };

function recorder(): { recorder: AuditRecorder; clock: HandClock } {
  const clock = new HandClock();
  return { recorder: new AuditRecorder({ actor: () => ola, clock, log: silentLog }), clock };
}

it('keeps what happens before there is a journal for the one that opens, with its own time', async () => {
  const { recorder: audit, clock } = recorder();
  const at = clock.now();
  audit.record({ kind: 'api-client-entered', accountId: 'T12345678', use: 'payments' });
  await clock.pass(60_000);
  const { journal } = new JournalFile().open();
  audit.setRecords(journal.audit);
  expect(journal.audit.page({}, 10)).toEqual([
    {
      seq: 1,
      at,
      entry: { kind: 'api-client-entered', person: ola, accountId: 'T12345678', use: 'payments' },
    },
  ]);
});

it('keeps what happens while the journal is shut, in its order', () => {
  const { recorder: audit } = recorder();
  const { journal } = new JournalFile().open();
  audit.setRecords(journal.audit);
  audit.record({ kind: 'signed-in' });
  audit.setRecords(undefined);
  audit.record({ kind: 'locked', how: 'idle' });
  audit.setRecords(journal.audit);
  audit.record({ kind: 'signed-in' });
  expect(journal.audit.page({}, 10).map(({ entry }) => entry.kind)).toEqual([
    'signed-in',
    'locked',
    'signed-in',
  ]);
});

it('refuses what must not happen without a trace while there is no journal', () => {
  expect(recorder().recorder.recordFirst({ kind: 'right-used', right: 'void' })).toMatchObject({
    error: { code: 'setup.not-paired' },
  });
});

import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Evidence, violations } from './invariants.ts';
import { Lane } from './lane.ts';
import { evidenceOf } from './run-point.ts';
import { bundleTill, outFolder } from './till-bundle.ts';

type Draft = { -readonly [Key in keyof Evidence]: Evidence[Key] };

describe('the invariants', () => {
  let honest: Evidence;

  beforeAll(async () => {
    const program = await bundleTill('invariants');
    const lane = new Lane({ program, compileCache: join(outFolder, 'invariants', 'compiled') });
    honest = await evidenceOf(lane, 'refund');
    await lane.close();
  });

  const after = (change: (evidence: Draft) => unknown): readonly string[] => {
    const evidence = structuredClone(honest) as Draft;
    change(evidence);
    return violations(evidence).map((violation) => violation.slice(0, violation.indexOf(':')));
  };

  /** Changes the one attempt of the till, or its one refund. */
  const withAttempt = (evidence: Draft, change: object): void => {
    const { till } = evidence;
    evidence.till = { ...till, attempts: till.attempts.map((attempt) => ({ ...attempt, ...change })) };
  };
  const withRefund = (evidence: Draft, change: object): void => {
    const { till } = evidence;
    evidence.till = { ...till, refunds: till.refunds.map((refund) => ({ ...refund, ...change })) };
  };
  const addEvent = (evidence: Draft, event: object): void => {
    const [transaction] = evidence.sandbox.transactions;
    const [like] = transaction?.events ?? [];
    if (like) transaction?.events.push({ ...like, ...event });
  };

  it('find nothing where till and Dintero agree', () => {
    expect(after(() => undefined)).toEqual([]);
  });

  it('P11: miss a payment of which the till knows nothing', () => {
    expect(after((it) => (it.till = { ...it.till, attempts: [] }))).toContain('P11');
  });

  it('P11: see another amount', () => {
    expect(after((it) => withAttempt(it, { captured: 1 }))).toEqual(['P11']);
  });

  it('P11: see an approval that was none', () => {
    expect(after((it) => (it.sandbox = { ...it.sandbox, transactions: [] }))).toContain('P11');
  });

  it('P18: see an approval without a word after the basket had gone on', () => {
    expect(after((it) => withAttempt(it, { setAsideAt: 1 }))).toEqual(['P18']);
  });

  it('P13: see a refusal of what was taken', () => {
    expect(after((it) => withAttempt(it, { state: 'declined' }))).toContain('P13');
  });

  it('P2: see two prompts at once', () => {
    expect(after((it) => (it.mostPrompts = 2))).toEqual(['P2']);
  });

  it('P18: see a sale that was paid twice without an alarm', () => {
    const found = after((it) => {
      const [transaction] = it.sandbox.transactions;
      const [attempt] = it.till.attempts;
      if (!transaction || !attempt) throw new Error('There is no sale');
      const second = { ...attempt, attemptId: 'second', transactionId: 'second' };
      it.till = { ...it.till, attempts: [attempt, second] };
      it.sandbox = { ...it.sandbox, transactions: [transaction, { ...transaction, id: 'second' }] };
    });
    expect(found).toContain('P18');
  });

  it('P18: miss what is open and not on the desk', () => {
    const found = after((it) => {
      withAttempt(it, { state: 'unknown' });
      it.till = { ...it.till, inFront: undefined };
    });
    expect(found).toContain('P18');
  });

  it.each([
    ['P3', /sessions-profile$/],
    ['R2', /refund$/],
  ])('%s: see a request that was sent twice', (rule, path) => {
    const found = after((it) => {
      const again = it.sandbox.requests.filter((request) => path.test(request.path));
      it.sandbox = { ...it.sandbox, requests: [...it.sandbox.requests, ...again] };
    });
    expect(found).toEqual([rule]);
  });

  it('P1: see a prompt that the journal does not know', () => {
    const found = after((it) => {
      const ledger = it.sandbox.ledger.map((entry) => ({ ...entry, reference: 'another' }));
      it.sandbox = { ...it.sandbox, ledger };
    });
    expect(found).toEqual(['P1']);
  });

  it('R1: see that too much went back', () => {
    expect(after((it) => addEvent(it, { event: 'REFUND', amount: 30_000 }))).toEqual(['R1']);
  });

  it('R1: see that too much of a line went back', () => {
    const items = [{ line_id: '1', amount: 19_951 }];
    expect(after((it) => addEvent(it, { event: 'REFUND', amount: 0, items }))).toEqual(['R1']);
  });

  it('R4: let too much go back where Dintero lets it and the till has noticed', () => {
    const found = after((it) => {
      addEvent(it, { event: 'REFUND', amount: 30_000 });
      it.countsRunningRefunds = false;
      withRefund(it, { overlapAt: 1 });
    });
    expect(found).toEqual([]);
  });

  it('R4: see that the till has not noticed', () => {
    const found = after((it) => {
      addEvent(it, { event: 'REFUND', amount: 30_000 });
      it.countsRunningRefunds = false;
    });
    expect(found).toEqual(['R1']);
  });

  it('R3: see a refund that is not done here and is there', () => {
    expect(after((it) => withRefund(it, { state: 'failed' }))).toContain('R3');
  });

  it('R3: see a refund that runs and is not on the desk', () => {
    expect(after((it) => withRefund(it, { state: 'running' }))).toContain('R3');
  });
});

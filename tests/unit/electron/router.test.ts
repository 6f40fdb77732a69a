import { describe, expect, it } from 'vitest';
import { type Gate, createRouter } from '../../../electron/ipc/router.ts';
import { silentLog } from '../../../electron/support/log.ts';
import { type Handlers, contract } from '../../../shared/contract.ts';
import { fault } from '../../../shared/fault.ts';
import { type Result, err, ok } from '../../../shared/result.ts';
import type { Permit } from '../../../shared/rights.ts';

const refuse = (): Result<never> => err(fault('setup.not-paired'));

const refusing = Object.fromEntries(
  Object.entries(contract).map(([feature, methods]) => [
    feature,
    Object.fromEntries(Object.keys(methods).map((method) => [method, refuse])),
  ]),
) as unknown as Handlers;

const leave: Permit = { by: { id: 'person-kari', name: 'Kari' }, within: () => undefined };
const openGate: Gate = { refusal: () => undefined, permit: () => Promise.resolve(ok(leave)) };

const routed = (handlers: Partial<Handlers>): ReturnType<typeof createRouter> =>
  createRouter(() => ({ ...refusing, ...handlers }), openGate, silentLog);

describe('the router', () => {
  it('carries a fitting argument to its handler', async () => {
    const heard: unknown[] = [];
    const call = routed({
      sales: {
        ...refusing.sales,
        list: (argument) => {
          heard.push(argument);
          return ok({ sales: [], more: false });
        },
      },
    });
    expect(await call('sales.list', { search: { text: '' }, limit: 20 })).toEqual({
      ok: true,
      value: { sales: [], more: false },
    });
    expect(heard).toEqual([{ search: { text: '' }, limit: 20 }]);
  });

  it.each([
    ['a call that is not in the contract', 'sales.drop', {}],
    ['a call by an inherited name', 'constructor.prototype', {}],
    ['an argument of the wrong form', 'sales.list', { limit: 'all' }],
    ['no argument where one is needed', 'sales.get', undefined],
  ])('refuses %s', async (_what, name, argument) => {
    expect(await routed({})(name, argument)).toEqual({ ok: false, error: { code: 'setup.bug' } });
  });

  it('carries what asks for the next part of a list, however long Dintero makes it', async () => {
    const page = { terminals: [], next: undefined };
    const call = routed({ terminals: { ...refusing.terminals, page: () => ok(page) } });
    expect(await call('terminals.page', { after: 'x'.repeat(2_000) })).toMatchObject({ ok: true });
  });

  it('passes a refusal on as a value', async () => {
    expect(await routed({})('sales.get', { saleId: 's' })).toEqual({
      ok: false,
      error: { code: 'setup.not-paired' },
    });
  });

  it('asks before each call whether it may be made', async () => {
    const call = createRouter(
      () => ({ ...refusing, catalogue: { list: () => ok([]) } }),
      { ...openGate, refusal: (name) => (name === 'sales.get' ? fault('setup.locked') : undefined) },
      silentLog,
    );
    expect(await call('sales.get', { saleId: 's' })).toEqual(err({ code: 'setup.locked' }));
    expect(await call('catalogue.list', null)).toEqual(ok([]));
  });

  it('gives a handler the leave for a call that needs a right, and never the PIN', async () => {
    const heard: unknown[] = [];
    const asked: unknown[] = [];
    const call = createRouter(
      () => ({
        ...refusing,
        desk: {
          ...refusing.desk,
          adopt: (...given) => {
            heard.push(given);
            return ok(null);
          },
        },
      }),
      {
        ...openGate,
        permit: (...given) => {
          asked.push(given);
          return Promise.resolve(ok(leave));
        },
      },
      silentLog,
    );
    const approval = { reason: 'It is ours', approverId: 'person-kari', pin: '1234' };
    expect(await call('desk.adopt', { attemptId: 'a', saleId: null, approval })).toEqual(ok(null));
    expect(asked).toEqual([[{ right: 'take-over', signed: true }, approval]]);
    expect(heard).toEqual([[{ attemptId: 'a', saleId: null }, leave]]);
  });

  it('makes no call without the leave for it', async () => {
    const call = createRouter(
      () => ({ ...refusing, settings: { ...refusing.settings, save: () => ok(null) } }),
      { ...openGate, permit: () => Promise.resolve(err(fault('setup.needs-approval'))) },
      silentLog,
    );
    expect(await call('settings.save', {})).toEqual(err({ code: 'setup.needs-approval' }));
  });

  it('makes no call on a till that was locked while a PIN was checked', async () => {
    let locked = false;
    const call = createRouter(
      () => ({ ...refusing, settings: { ...refusing.settings, save: () => ok(null) } }),
      {
        refusal: () => (locked ? fault('setup.locked') : undefined),
        permit: () => {
          locked = true;
          return Promise.resolve(ok(leave));
        },
      },
      silentLog,
    );
    expect(await call('settings.save', {})).toEqual(err({ code: 'setup.locked' }));
  });

  it('lets nothing out that the contract does not name', async () => {
    const leaking = { sales: [], more: false, clientSecret: 'planted' };
    const call = routed({ sales: { ...refusing.sales, list: () => ok(leaking) } });
    expect(JSON.stringify(await call('sales.list', { search: { text: '' }, limit: 1 }))).not.toContain(
      'planted',
    );
  });

  it('turns a handler that throws into a value that tells nothing', async () => {
    const call = routed({
      sales: {
        ...refusing.sales,
        list: () => {
          throw new Error('planted detail');
        },
      },
    });
    expect(await call('sales.list', { search: { text: '' }, limit: 1 })).toEqual({
      ok: false,
      error: { code: 'setup.bug' },
    });
  });
});

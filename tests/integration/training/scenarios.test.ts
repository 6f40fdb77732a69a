import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../../electron/sandbox/sandbox.ts';
import { type ScenarioGround, scenariosOn, setScenario } from '../../../electron/training/scenarios.ts';
import { type TrainingScenario, trainingScenarioSchema } from '../../../shared/views/training.ts';
import { call, logIn } from '../sandbox/account.ts';
import { HandClock } from '../hand-clock.ts';

const terminalId = 'T00000001-T0001';

async function ground(): Promise<ScenarioGround> {
  const sandbox = await startSandbox({ clock: new HandClock() });
  onTestFinished(() => sandbox.close());
  return { sandbox, terminalId, payoutDestinationId: 'seller-1' };
}

const isOn = (at: ScenarioGround, wanted: TrainingScenario): boolean | undefined =>
  scenariosOn(at).find(({ scenario }) => scenario === wanted)?.on;

/** What a till reads of it, or is told when it asks. */
const seen: Readonly<
  Record<TrainingScenario, { readonly call: readonly [string, string]; readonly on: object }>
> = {
  'terminal-needs-update': {
    call: ['GET', `/v1/accounts/T00000001/terminals/${terminalId}`],
    on: { status: 'ACTION_REQUIRED', status_reason: 'CHECK_UPDATE' },
  },
  'seller-under-review': {
    call: ['GET', '/v1/accounts/T00000001/payout-destinations/seller-1'],
    on: { case_status: 'UNDER_MANUAL_REVIEW' },
  },
  'terminal-busy': {
    call: ['POST', '/v1/admin/terminals/operations'],
    on: { error: { message: 'An operation is pending on this terminal' } },
  },
};

async function look({ sandbox }: ScenarioGround, scenario: TrainingScenario): Promise<unknown> {
  const [method, path] = seen[scenario].call;
  const { body } = await call(sandbox.url, method, path, {
    headers: { authorization: `Bearer ${await logIn(sandbox.url)}` },
    ...(method === 'POST' && { body: { terminal_id: terminalId, operation: 'open_menu' } }),
  });
  return body;
}

describe('a scenario of training', () => {
  it.each(trainingScenarioSchema.options)('%s is off at first', async (scenario) => {
    expect(isOn(await ground(), scenario)).toBe(false);
  });

  it.each(trainingScenarioSchema.options)('%s shows at Dintero while it is on', async (scenario) => {
    const at = await ground();
    setScenario(at, scenario, true);
    expect(isOn(at, scenario)).toBe(true);
    expect(await look(at, scenario)).toMatchObject(seen[scenario].on);
  });

  it.each(trainingScenarioSchema.options)('%s is undone when it is off again', async (scenario) => {
    const at = await ground();
    setScenario(at, scenario, true);
    setScenario(at, scenario, false);
    expect(isOn(at, scenario)).toBe(false);
    expect(await look(at, scenario)).not.toMatchObject(seen[scenario].on);
  });

  it('ends by itself when what it asks for was done', async () => {
    const at = await ground();
    setScenario(at, 'terminal-needs-update', true);
    at.sandbox.checkUpdate(terminalId);
    expect(isOn(at, 'terminal-needs-update')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import {
  type OptionsChange,
  type SandboxOptions,
  defaultOptions,
  optionsSchema,
} from '../../../electron/sandbox/options.ts';
import { accountOptions } from './account-options.ts';
import { logIn, openAccount } from './account.ts';
import { approvalOptions } from './approval-options.ts';
import { moneyOptions } from './money-options.ts';
import { operationOptions } from './operation-options.ts';
import type { Effect } from './option-effect.ts';
import { terminalOptions } from './terminal-options.ts';

type Name = keyof SandboxOptions;

// A new option without an effect here is a type error.
const effects: Readonly<Record<Name, Effect>> = {
  ...terminalOptions,
  ...moneyOptions,
  ...operationOptions,
  ...accountOptions,
  ...approvalOptions,
};

const names = Object.keys(optionsSchema.shape) as readonly Name[];

describe('an option of the sandbox', () => {
  it.each(names)('%s is as it is told by default', async (name) => {
    const { besides = {}, look, usual } = effects[name];
    const account = await openAccount({ options: besides });
    expect(await look(account)).toEqual(usual);
  });

  it.each(
    names.flatMap((name) => effects[name].changed.map(([value, seen]) => [name, value, seen] as const)),
  )('%s has an effect as %j', async (name, value, seen) => {
    const { besides = {}, look } = effects[name];
    const account = await openAccount({
      options: optionsSchema.partial().parse({ ...besides, [name]: value }),
    });
    expect(await look(account)).toEqual(seen);
  });

  it.each(names)('%s is tried with another value than the default', (name) => {
    expect(effects[name].changed.map(([value]) => value)).not.toContain(defaultOptions[name]);
  });

  it('can be changed while the sandbox runs', async () => {
    const account = await openAccount();
    account.sandbox.setOptions({ tokenLifeSeconds: 1 });
    const token = await logIn(account.sandbox.url);
    await account.clock.pass(1_000);
    const answer = await fetch(`${account.sandbox.url}/v1/transactions`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(401);
  });

  it('that is not known is refused', async () => {
    const unknown = JSON.parse('{"speed":9}') as OptionsChange;
    await expect(openAccount({ options: unknown })).rejects.toThrow('speed');
  });
});

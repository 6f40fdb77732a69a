import type { OptionsChange, SandboxOptions } from '../../../electron/sandbox/options.ts';
import { type Account, terminalId } from './account.ts';

/** What is seen of an option: the usual, and what each other value makes of it. */
export interface Effect {
  /** Options that the look needs beside the one that it is about. */
  readonly besides?: OptionsChange;
  readonly look: (account: Account) => unknown;
  readonly usual: unknown;
  readonly changed: readonly (readonly [value: unknown, seen: unknown])[];
}

export type Effects = Partial<Readonly<Record<keyof SandboxOptions, Effect>>>;

/** Captures as soon as a card is presented. */
export const soon = { captureDelayMs: 0 } as const;

export const status = (account: Account): string => account.last.status;

export const prompt = (account: Account): boolean =>
  account.sandbox.display(terminalId)?.prompt !== undefined;

/** Whether a list comes as an array, or in which member of an object. */
export const formOf = (body: unknown): unknown =>
  Array.isArray(body) ? 'array' : Object.keys(body as object)[0];

/** Does something, lets time pass, in ms, and looks. */
export const after =
  (ms: number, what: (account: Account) => Promise<unknown>, see: (account: Account) => unknown = status) =>
  async (account: Account): Promise<unknown> => {
    await what(account);
    await account.clock.pass(ms);
    return see(account);
  };

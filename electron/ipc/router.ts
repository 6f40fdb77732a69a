import type { z } from 'zod';
import { type CallName, type Handlers, contract } from '../../shared/contract.ts';
import { type Fault, fault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { Log } from '../support/log.ts';

/** Answers one call of the renderer. Always a result, never an exception. */
export type Dispatcher = (name: string, argument: unknown) => Promise<Result<unknown>>;

interface Call {
  readonly argument: z.ZodType;
  readonly value: z.ZodType;
}

type AnyHandler = (argument: unknown) => Result<unknown> | Promise<Result<unknown>>;

const features: Readonly<Record<string, Readonly<Record<string, Call>>>> = contract;

const calls: ReadonlyMap<string, Call> = new Map(
  Object.entries(features).flatMap(([feature, methods]) =>
    Object.entries(methods).map(([method, call]) => [`${feature}.${method}`, call]),
  ),
);

/**
 * Carries calls to the handlers of the moment. An argument must fit the contract; of a value only what the contract
 * names goes out. `refusal` says why a call may not be made now, whatever the window shows. A handler that throws is a
 * bug: it is logged whole, and the renderer learns just that.
 */
export function createRouter(
  handlers: () => Handlers,
  refusal: (name: CallName) => Fault | undefined,
  log: Log,
): Dispatcher {
  return async (name, argument) => {
    const call = calls.get(name);
    if (!call) {
      log.error('ipc.unknown-call', { name: name.slice(0, 100) });
      return err(fault('setup.bug'));
    }
    const parsed = call.argument.safeParse(argument ?? null);
    if (!parsed.success) {
      log.error('ipc.bad-argument', {
        name,
        at: parsed.error.issues.map((issue) => issue.path.join('.')),
      });
      return err(fault('setup.bug'));
    }
    try {
      const refused = refusal(name as CallName);
      if (refused) return err(refused);
      const result = await handlerOf(handlers(), name)(parsed.data);
      return result.ok ? ok(call.value.parse(result.value)) : result;
    } catch (error) {
      log.error('ipc.bug', { name, error });
      return err(fault('setup.bug'));
    }
  };
}

/** The contract's keys and the handlers' are the same by type; the path through a name can't be. */
function handlerOf(handlers: Handlers, name: string): AnyHandler {
  const [feature = '', method = ''] = name.split('.');
  const methods: Readonly<Record<string, Readonly<Record<string, unknown>>>> = handlers;
  const handler = methods[feature]?.[method];
  if (typeof handler !== 'function') throw new Error(`No handler for ${name}`);
  return (argument) => (handler as AnyHandler)(argument);
}

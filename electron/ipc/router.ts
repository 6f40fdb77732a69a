import { z } from 'zod';
import {
  approvalSchema,
  type ApprovalRequest,
  type CallName,
  type Guard,
  type Handlers,
  contract,
} from '../../shared/contract.ts';
import { type Fault, fault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { Permit } from '../../shared/rights.ts';
import type { Log } from '../support/log.ts';

/** Answers one call of the renderer. Always a result, never an exception. */
export type Dispatcher = (name: string, argument: unknown) => Promise<Result<unknown>>;

interface Call {
  readonly argument: z.ZodType;
  readonly value: z.ZodType;
  readonly guard?: Guard;
}

/** What stands before the handlers, whatever the window shows. */
export interface Gate {
  /** Why a call may not be made now. */
  readonly refusal: (name: CallName) => Fault | undefined;
  /** Leave for a call that needs a right, with the approval that came with it. */
  readonly permit: (guard: Guard, approval: ApprovalRequest | undefined) => Promise<Result<Permit>>;
}

type AnyHandler = (argument: unknown, permit?: Permit) => Result<unknown> | Promise<Result<unknown>>;

const features: Readonly<Record<string, Readonly<Record<string, Call>>>> = contract;

const calls: ReadonlyMap<string, Call> = new Map(
  Object.entries(features).flatMap(([feature, methods]) =>
    Object.entries(methods).map(([method, call]) => [`${feature}.${method}`, call]),
  ),
);

/**
 * Carries calls to the handlers of the moment. An argument must fit the contract; of a value only what the contract
 * names goes out. A call that needs a right reaches its handler with the leave for it, and without the approval: no PIN
 * goes further than this. A handler that throws is a bug: it is logged whole, and the renderer learns just that.
 */
export function createRouter(handlers: () => Handlers, gate: Gate, log: Log): Dispatcher {
  const withLeave = async (name: CallName, guard: Guard, argument: unknown): Promise<Result<unknown>> => {
    const { approval, ...own } = guardedSchema.parse(argument);
    const permit = await gate.permit(guard, approval);
    if (!permit.ok) return permit;
    // The till may have been locked while a PIN was checked.
    const refused = gate.refusal(name);
    return refused ? err(refused) : await handlerOf(handlers(), name)(own, permit.value);
  };
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
      const refused = gate.refusal(name as CallName);
      if (refused) return err(refused);
      const { guard } = call;
      const result = await (guard
        ? withLeave(name as CallName, guard, parsed.data)
        : handlerOf(handlers(), name)(parsed.data));
      return result.ok ? ok(call.value.parse(result.value)) : result;
    } catch (error) {
      log.error('ipc.bug', { name, error });
      return err(fault('setup.bug'));
    }
  };
}

/** What every call that needs a right may bring, whatever else it brings. */
const guardedSchema = z.looseObject({ approval: approvalSchema.optional() });

/** The contract's keys and the handlers' are the same by type; the path through a name can't be. */
function handlerOf(handlers: Handlers, name: string): AnyHandler {
  const [feature = '', method = ''] = name.split('.');
  const methods: Readonly<Record<string, Readonly<Record<string, unknown>>>> = handlers;
  const handler = methods[feature]?.[method];
  if (typeof handler !== 'function') throw new Error(`No handler for ${name}`);
  return handler as AnyHandler;
}

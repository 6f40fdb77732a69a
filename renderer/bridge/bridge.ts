import { z } from 'zod';
import { type Bridge, contract, replySchema } from '../../shared/contract.ts';
import { fault } from '../../shared/fault.ts';
import { type Result, err } from '../../shared/result.ts';
import { rightSchema } from '../../shared/rights.ts';
import { type Wire } from '../../shared/wire.ts';
import { type Approvals } from './approvals.ts';

type AnyCall = (argument?: unknown) => Promise<Result<unknown>>;

const callsSchema = z.record(z.string(), z.object({ value: z.instanceof(z.ZodType) }));

/** The calls of a feature by name, with what each gives back. Empty for a name that is no feature. */
function callsOf(feature: string): z.infer<typeof callsSchema> {
  const calls: unknown = Object.hasOwn(contract, feature) ? Reflect.get(contract, feature) : {};
  return callsSchema.parse(calls);
}

/**
 * Builds the typed bridge on the wire: `bridge.feature.method(argument)`. Every reply is parsed with the contract, and
 * nothing ever throws: a reply that does not fit, or none at all, is `setup.bug`, which says that money may have moved.
 * A call that main refuses for want of an approval is made again with one, if somebody gives it.
 */
export function createBridge(wire: Wire, approvals: Pick<Approvals, 'ask'>): Bridge {
  const features = new Map<string, object>();
  const featureOf = (feature: string): object => {
    const known = features.get(feature);
    if (known) return known;
    const calls = callsOf(feature);
    const send =
      (name: string, schema: z.ZodType<Result<unknown>>) =>
      (argument: unknown): Promise<Result<unknown>> =>
        ask(wire, name, argument, schema);
    const made: Record<string, AnyCall> = Object.fromEntries(
      Object.entries(calls).map(([method, { value }]) => [
        method,
        (argument) => approved(approvals, argument ?? null, send(`${feature}.${method}`, replySchema(value))),
      ]),
    );
    features.set(feature, made);
    return made;
  };
  const bridge: unknown = new Proxy({}, { get: (_, feature) => featureOf(String(feature)) });
  // The proxy answers exactly the names of the contract; a test holds it to that.
  return bridge as Bridge;
}

async function approved(
  approvals: Pick<Approvals, 'ask'>,
  argument: unknown,
  send: (argument: unknown) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const refused = await send(argument);
  if (refused.ok || refused.error.code !== 'setup.needs-approval') return refused;
  const right = rightSchema.safeParse(refused.error.detail?.['right']);
  if (!right.success) return refused;
  const answer = await approvals.ask(right.data, (approval) => send({ ...Object(argument), approval }));
  return answer ?? refused;
}

async function ask(
  wire: Wire,
  name: string,
  argument: unknown,
  schema: z.ZodType<Result<unknown>>,
): Promise<Result<unknown>> {
  try {
    const reply = schema.safeParse(await wire.call(name, argument));
    return reply.success ? reply.data : err(fault('setup.bug', { call: name }));
  } catch {
    return err(fault('setup.bug', { call: name }));
  }
}

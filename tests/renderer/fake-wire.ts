import { z } from 'zod';
import { type Push, type SliceName, type Snapshot, contract, slices } from '../../shared/contract.ts';
import { type Fault } from '../../shared/fault.ts';
import { type Wire } from '../../shared/wire.ts';

/** A call that the renderer made. */
export interface RecordedCall {
  readonly name: string;
  readonly argument: unknown;
}

/** What a call is answered with: a value, one that depends on the argument, a fault, or never. */
export type Answer =
  | { readonly value: unknown }
  | { readonly from: (argument: unknown) => unknown }
  | { readonly fault: Fault }
  | { readonly never: true };

export type Answers = Readonly<Record<string, Answer>>;

interface CallShape {
  readonly argument: z.ZodType;
  readonly value: z.ZodType;
}

const shapes: ReadonlyMap<string, CallShape> = new Map(
  Object.entries(contract).flatMap(([feature, calls]) =>
    Object.entries(calls).map(([method, shape]) => [`${feature}.${method}`, shape] as const),
  ),
);

/** An account with nothing in it, for scenes that are about something else. */
const usualAnswers: Answers = {
  'stores.list': { value: [] },
  'terminals.page': { value: { terminals: [] } },
};

/**
 * Stands in for main: holds a snapshot, answers calls, pushes slices, and holds both sides to the contract. A call that
 * the contract does not know, or an argument or answer that does not fit, throws.
 */
export class FakeWire implements Wire {
  readonly calls: RecordedCall[] = [];
  readonly #listeners = new Set<(push: unknown) => void>();
  readonly #answers: Map<string, Answer>;
  #snapshot: Snapshot;

  constructor(snapshot: Snapshot, answers: Answers = {}) {
    this.#snapshot = snapshot;
    this.#answers = new Map(Object.entries(answers));
  }

  readonly call = async (name: string, argument: unknown): Promise<unknown> => {
    const shape = shapes.get(name);
    if (!shape) throw new Error(`The contract knows no call ${name}`);
    const parsed = shape.argument.safeParse(argument);
    if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
    this.calls.push({ name, argument });
    const usual = usualAnswers[name] ?? { value: name === 'app.snapshot' ? this.#snapshot : null };
    const answer = this.#answers.get(name) ?? usual;
    if ('never' in answer) return new Promise(() => undefined);
    if ('fault' in answer) return { ok: false, error: answer.fault };
    const value = 'from' in answer ? answer.from(parsed.data) : answer.value;
    return { ok: true, value: shape.value.parse(value) };
  };

  readonly subscribe = (listener: (push: unknown) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Sets how a call is answered from now on. */
  answer(name: string, answer: Answer): void {
    this.#answers.set(name, answer);
  }

  /** Main has changed a slice. */
  push<Name extends SliceName>(slice: Name, value: Snapshot[Name]): void {
    slices[slice].parse(value);
    this.#snapshot = { ...this.#snapshot, [slice]: value };
    this.emit({ slice, value });
  }

  /** Sends anything at all, also what main never would. */
  emit(push: Push | { readonly slice: SliceName; readonly value: unknown }): void {
    for (const listener of this.#listeners) listener(push);
  }

  /** The calls of a name, in order. */
  callsOf(name: string): readonly RecordedCall[] {
    return this.calls.filter((call) => call.name === name);
  }
}

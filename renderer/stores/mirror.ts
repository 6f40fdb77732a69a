import { z } from 'zod';
import { type StoreApi, createStore } from 'zustand/vanilla';
import { type Bridge, type SliceName, type Snapshot, slices } from '../../shared/contract.ts';
import { type Result, ok } from '../../shared/result.ts';
import { type Wire } from '../../shared/wire.ts';

/** What main owns, as this window knows it. */
export type Mirror = StoreApi<Snapshot>;

const isSliceName = (name: unknown): name is SliceName =>
  typeof name === 'string' && Object.hasOwn(slices, name);

const pushSchema = z.object({ slice: z.custom<SliceName>(isSliceName), value: z.unknown() });

/** Some slices, newer than what came before. */
export type Changes = Partial<Snapshot>;

/** What a push brings, or nothing when it is none that this version knows. */
export function changesOf(push: unknown): Changes {
  const parsed = pushSchema.safeParse(push);
  if (!parsed.success) return {};
  const { slice, value } = parsed.data;
  const content = slices[slice].safeParse(value);
  return content.success ? { [slice]: content.data } : {};
}

/**
 * Mirrors main: listens first, then asks for the snapshot once. A push that overtakes the snapshot is newer than it, so
 * it is kept and laid over it; pushes come in the order in which main changed.
 */
export async function openMirror(
  wire: Pick<Wire, 'subscribe'>,
  bridge: { readonly app: Pick<Bridge['app'], 'snapshot'> },
): Promise<Result<Mirror>> {
  let early: Changes = {};
  let take = (changes: Changes): void => {
    early = { ...early, ...changes };
  };
  const stop = wire.subscribe((push) => take(changesOf(push)));
  const snapshot = await bridge.app.snapshot();
  if (!snapshot.ok) {
    stop();
    return snapshot;
  }
  const mirror = createStore<Snapshot>(() => ({ ...snapshot.value, ...early }));
  take = (changes) => mirror.setState(changes);
  return ok(mirror);
}

import { describe, expect, it } from 'vitest';
import { Mirror } from '../../../electron/ipc/mirror.ts';
import type { Push, Snapshot } from '../../../shared/contract.ts';
import { quietTill } from '../../renderer/samples/till-samples.ts';

/** A mirror of a state that a test changes, with all that it pushed and complained of. */
function mirrored(): {
  readonly mirror: Mirror;
  readonly pushes: Push[];
  readonly bugs: unknown[];
  readonly change: (next: () => Snapshot) => Promise<void>;
} {
  const pushes: Push[] = [];
  const bugs: unknown[] = [];
  let state = (): Snapshot => quietTill;
  const mirror = new Mirror(
    () => state(),
    (push) => pushes.push(push),
    (error) => bugs.push(error),
  );
  const change = async (next: () => Snapshot): Promise<void> => {
    state = next;
    mirror.refresh();
    await Promise.resolve();
  };
  return { mirror, pushes, bugs, change };
}

const locked: Snapshot = { ...quietTill, staff: { ...quietTill.staff, locked: true } };

describe('the mirror', () => {
  it('pushes what has changed, and nothing else', async () => {
    const { pushes, change } = mirrored();
    await change(() => quietTill);
    pushes.length = 0;
    await change(() => locked);
    expect(pushes).toEqual([{ slice: 'staff', value: locked.staff }]);
  });

  it('pushes once for many changes in one turn', async () => {
    const { mirror, pushes, change } = mirrored();
    await change(() => quietTill);
    pushes.length = 0;
    mirror.refresh();
    mirror.refresh();
    await change(() => locked);
    expect(pushes).toHaveLength(1);
  });

  it('tells of a state that can’t be read, and goes on with the next change', async () => {
    const { pushes, bugs, change } = mirrored();
    await change(() => quietTill);
    pushes.length = 0;
    await change(() => {
      throw new Error('The journal is gone');
    });
    await change(() => locked);
    expect([bugs.length, pushes.length]).toEqual([1, 1]);
  });
});

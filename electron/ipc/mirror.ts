import { type Push, type SliceName, type Snapshot, slices } from '../../shared/contract.ts';

const names = Object.keys(slices) as readonly SliceName[];

/**
 * Keeps the renderer's copy of the slices in step: whatever changed since the last push is pushed, once per turn of the
 * event loop however often it is asked.
 */
export class Mirror {
  readonly #snapshot: () => Snapshot;
  readonly #push: (push: Push) => void;
  readonly #onBug: (error: unknown) => void;
  readonly #pushed = new Map<SliceName, string>();
  #due = false;

  /** `onBug` is told when the state could not be read: the renderer keeps what it has, and the next change tries again. */
  constructor(snapshot: () => Snapshot, push: (push: Push) => void, onBug: (error: unknown) => void) {
    this.#snapshot = snapshot;
    this.#push = push;
    this.#onBug = onBug;
  }

  /** Something may have changed. */
  refresh(): void {
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      try {
        this.#pushChanges();
      } catch (error) {
        this.#onBug(error);
      }
    });
  }

  #pushChanges(): void {
    const snapshot = this.#snapshot();
    for (const name of names) {
      const value = slices[name].parse(snapshot[name]);
      const text = JSON.stringify(value);
      if (this.#pushed.get(name) === text) continue;
      this.#pushed.set(name, text);
      this.#push({ slice: name, value } as Push);
    }
  }
}

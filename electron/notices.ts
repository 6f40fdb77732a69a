import type { Fault } from '../shared/fault.ts';
import type { AppView } from '../shared/views/app.ts';

/** What has happened to the till itself, each matter once, until it passes or a person has seen it. */
export class Notices {
  readonly #shown = new Map<string, Fault>();
  readonly #dismissed = new Map<string, Fault['code']>();
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Shows a matter, or takes it away. One that was dismissed stays away until it has passed. */
  set(id: string, notice: Fault | undefined): void {
    if (!notice) {
      this.#dismissed.delete(id);
      if (this.#shown.delete(id)) this.#onChange();
      return;
    }
    if (this.#shown.get(id)?.code === notice.code || this.#dismissed.get(id) === notice.code) return;
    this.#shown.set(id, notice);
    this.#onChange();
  }

  dismiss(id: string): void {
    const notice = this.#shown.get(id);
    if (!notice) return;
    this.#dismissed.set(id, notice.code);
    this.#shown.delete(id);
    this.#onChange();
  }

  list(): AppView['notices'] {
    return [...this.#shown].map(([id, notice]) => ({ id, fault: notice }));
  }
}

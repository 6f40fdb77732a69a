import type { Session, State, Transaction } from './records.ts';
import type { World } from './world.ts';

/** An entry as it was from a moment on, in ms. */
interface Version<Entry> {
  readonly at: number;
  readonly entry: Entry;
}

type Versions<Entry> = Map<string, readonly Version<Entry>[]>;

/**
 * What reads tell, where that is not what is so: late, or in another order. Earlier states are kept from the moment on at
 * which an option asks for them.
 */
export class Readings {
  readonly #world: World;
  readonly #transactions: Versions<Transaction> = new Map();
  readonly #sessions: Versions<Session> = new Map();
  #reads = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** Something may have changed. */
  note(): void {
    if (!this.#looksBack()) return;
    const { state, clock } = this.#world;
    keep(this.#transactions, state.transactions, clock.now());
    keep(this.#sessions, state.sessions, clock.now());
  }

  /** The state as one read tells it. */
  state(): State {
    const { state, options } = this.#world;
    const told = this.#looksBack() ? this.#earlier(state) : state;
    const { eventList } = options();
    if (eventList === 'in-order') return told;
    return {
      ...told,
      transactions: told.transactions.map((transaction) => ({
        ...transaction,
        events:
          eventList === 'newest-first'
            ? transaction.events.toReversed()
            : transaction.events.flatMap((event) => [event, event]),
      })),
    };
  }

  #looksBack(): boolean {
    const { statusLagMs, statusOrder } = this.#world.options();
    return statusLagMs > 0 || statusOrder !== 'in-order';
  }

  #earlier(state: State): State {
    const { clock, options } = this.#world;
    const { statusLagMs, statusOrder } = options();
    this.#reads += 1;
    const back = statusOrder === 'every-second-older' && this.#reads % 2 === 0 ? 1 : 0;
    const until = clock.now() - statusLagMs;
    const told = <Entry>(versions: Versions<Entry>, id: string): readonly Entry[] => {
      const known = (versions.get(id) ?? []).filter(({ at }) => at <= until);
      const version = known.at(-1 - back) ?? known[0];
      return version ? [version.entry] : [];
    };
    return {
      ...state,
      transactions: state.transactions.flatMap(({ id }) => told(this.#transactions, id)),
      sessions: state.sessions.flatMap(({ id }) => told(this.#sessions, id)),
    };
  }
}

function keep<Entry extends { readonly id: string }>(
  versions: Versions<Entry>,
  entries: readonly Entry[],
  at: number,
): void {
  for (const entry of entries) {
    const known = versions.get(entry.id) ?? [];
    if (JSON.stringify(known.at(-1)?.entry) === JSON.stringify(entry)) continue;
    versions.set(entry.id, [...known, { at, entry: structuredClone(entry) }]);
  }
}

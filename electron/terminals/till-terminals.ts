import { type Fault, inputFault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { PairedTerminal, Pairing } from '../../shared/views/pairing.ts';
import type { TerminalView } from '../../shared/views/terminal.ts';
import type { DinteroClient } from '../dintero/client.ts';
import type { Clock } from '../support/clock.ts';
import type { Log } from '../support/log.ts';
import { TerminalStatus } from './terminal-status.ts';

export interface TillTerminalsOptions {
  readonly pairing: Pick<Pairing, 'terminals' | 'defaultTerminalId' | 'lockedToDefault'>;
  /** The client that may read terminals. */
  readonly dintero: () => Pick<DinteroClient, 'terminals'>;
  /** The basket that is open: what is picked holds for one sale. */
  readonly openBasketId: () => string;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

/** The terminals of this till, how each of them is, and which one the open sale goes to. */
export class TillTerminals {
  readonly #options: TillTerminalsOptions;
  readonly #statuses: ReadonlyMap<string, TerminalStatus>;
  #picked: { readonly terminalId: string; readonly basketId: string } | undefined;

  constructor(options: TillTerminalsOptions) {
    this.#options = options;
    const { pairing, dintero, clock, log, onChange } = options;
    this.#statuses = new Map(
      pairing.terminals.map((terminal: PairedTerminal) => [
        terminal.terminalId,
        new TerminalStatus({ terminal, dintero, clock, log, onChange }),
      ]),
    );
  }

  start(): void {
    for (const status of this.#statuses.values()) status.start();
  }

  async refresh(): Promise<void> {
    await Promise.all([...this.#statuses.values()].map((status) => status.refresh()));
  }

  get ids(): readonly string[] {
    return [...this.#statuses.keys()];
  }

  /** The one that the open sale goes to: what was picked for it, or the till's default. */
  get presentId(): string {
    const { pairing, openBasketId } = this.#options;
    const picked = this.#picked;
    return picked?.basketId === openBasketId() ? picked.terminalId : pairing.defaultTerminalId;
  }

  /** Whether a person may pick: there are several, and the till is not locked to its default. */
  get canPick(): boolean {
    return this.#statuses.size > 1 && !this.#options.pairing.lockedToDefault;
  }

  /** Sends the open sale to another terminal of this till. */
  pick(terminalId: string): Result<null> {
    const allowed = this.forSale(terminalId);
    if (!allowed.ok) return allowed;
    this.#picked = { terminalId, basketId: this.#options.openBasketId() };
    this.#options.onChange();
    return ok(null);
  }

  /** The terminal that a person saw, if a sale of this till may go to it; without one, the present one. */
  forSale(seenId: string | undefined): Result<string> {
    const { pairing } = this.#options;
    const terminalId = seenId ?? this.presentId;
    const allowed = pairing.lockedToDefault
      ? terminalId === pairing.defaultTerminalId
      : this.#statuses.has(terminalId);
    return allowed ? ok(terminalId) : err(inputFault('input.changed-meanwhile'));
  }

  /** Why no sale may be sent to it, as far as is known. */
  blocked(terminalId: string): Fault | undefined {
    return this.#statuses.get(terminalId)?.blocked();
  }

  /** How each is; what the journal knows of them comes along. */
  views(known: (terminalId: string) => Pick<TerminalView, 'usualOpenMs' | 'heldBy'>): TerminalView[] {
    return [...this.#statuses].map(([terminalId, status]) => status.view(known(terminalId)));
  }

  close(): void {
    for (const status of this.#statuses.values()) status.close();
  }
}

import { type Fault, fault } from '../../shared/fault.ts';
import type { PairedTerminal } from '../../shared/views/pairing.ts';
import type { TerminalView } from '../../shared/views/terminal.ts';
import type { DinteroClient } from '../dintero/client.ts';
import { type ApiFailure, askedPauseMs, isNotFound, isPassing } from '../dintero/failure.ts';
import type { Terminal } from '../dintero/terminals.ts';
import type { Clock } from '../support/clock.ts';
import { Follower } from '../support/follower.ts';
import type { Log } from '../support/log.ts';

export interface TerminalStatusOptions {
  readonly terminal: PairedTerminal;
  readonly dintero: () => Pick<DinteroClient, 'terminals'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

/** The status changes rarely, and a sale tells sooner than a poll. In ms. */
const usualPauseMs = 60_000;
const pauseWhenWaitingMs = 10_000;

/** What is known of a terminal: what Dintero told, that it is no more, or nothing. */
type Known = Terminal | 'gone' | undefined;

/**
 * Keeps up what Dintero says of one of the till's terminals. A status that may not be read is *not known*, and blocks no sale;
 * one that is known not to be ACTIVE does.
 */
export class TerminalStatus {
  readonly #options: TerminalStatusOptions;
  readonly #follower: Follower;
  #read: { readonly at: number; readonly known: Known; readonly fault?: Fault } | undefined;

  constructor(options: TerminalStatusOptions) {
    this.#options = options;
    this.#follower = new Follower({
      clock: options.clock,
      look: () => this.#look(),
      onBug: (error) => options.log.error('terminal.bug', { error }),
    });
  }

  start(): void {
    this.#follower.follow(this.#options.terminal.terminalId);
  }

  async refresh(): Promise<void> {
    await this.#follower.lookNow(this.#options.terminal.terminalId);
  }

  /** Why no sale may be sent to it, as far as is known. */
  blocked(): Fault | undefined {
    const { terminalId } = this.#options.terminal;
    const known = this.#read?.known;
    if (known === 'gone') return fault('terminal.gone', { terminalId });
    const status = known?.status;
    return status === undefined || status === 'ACTIVE'
      ? undefined
      : fault('terminal.not-active', { status, terminalId });
  }

  view({ usualOpenMs, heldBy }: Pick<TerminalView, 'usualOpenMs' | 'heldBy'>): TerminalView {
    const { terminal: paired } = this.#options;
    const read = this.#read;
    const known = read?.known === 'gone' ? undefined : read?.known;
    const why = this.blocked() ?? read?.fault;
    return {
      terminalId: paired.terminalId,
      serialNumber: known?.device_serial_number ?? paired.serialNumber,
      model: known?.device_model ?? paired.model,
      status: known?.status,
      statusReason: known?.status_reason,
      checkedAt: read?.at,
      ...(why && { fault: why }),
      usualOpenMs,
      heldBy,
    };
  }

  close(): void {
    this.#follower.close();
  }

  async #look(): Promise<number> {
    const { dintero, terminal, clock, onChange } = this.#options;
    const read = await dintero().terminals.get(terminal.terminalId);
    this.#read = read.ok
      ? { at: clock.now(), known: read.value }
      : { at: clock.now(), known: knownAfter(read.error, this.#read?.known), fault: read.error.fault };
    onChange();
    const pauseMs = this.blocked() ? pauseWhenWaitingMs : usualPauseMs;
    return read.ok ? pauseMs : Math.max(pauseMs, askedPauseMs(read.error));
  }
}

/** A failure in passing says nothing new about the terminal: what was known stands. */
function knownAfter(failure: ApiFailure, before: Known): Known {
  if (isNotFound(failure)) return 'gone';
  return isPassing(failure) ? before : undefined;
}

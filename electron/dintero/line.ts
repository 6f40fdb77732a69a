import type { Fault } from '../../shared/fault.ts';

/** What the client tells the rest of the till about the line to Dintero. */
export interface LineObserver {
  readonly onReached: () => void;
  readonly onUnreachable: (reason: Fault) => void;
  /** Dintero's clock and ours at the same moment, in ms since 1970. */
  readonly onServerTime: (server: number, ours: number) => void;
}

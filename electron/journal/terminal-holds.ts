import { z } from 'zod';
import { type Fault, fault } from '../../shared/fault.ts';
import type { JournalDatabase } from './database.ts';

const referenceSchema = z.string();

/**
 * Which attempt or refund a terminal is reserved for (rule P2). The primary key makes it one at a time, whoever writes.
 */
export class TerminalHolds {
  readonly #database: JournalDatabase;

  constructor(database: JournalDatabase) {
    this.#database = database;
  }

  /** The reference of what holds the terminal. */
  holderOf(terminalId: string): string | undefined {
    const row = this.#database.get('SELECT reference FROM terminal_holds WHERE terminal_id = ?', terminalId);
    return row && referenceSchema.parse(row['reference']);
  }

  /** Why the terminal can't be taken, or `undefined`. Only inside a write. */
  refusal(terminalId: string): Fault | undefined {
    const reference = this.holderOf(terminalId);
    return reference === undefined ? undefined : fault('terminal.reserved', { reference });
  }

  /** Takes, keeps or lets go, as the holder's new state wants. Only inside a write. */
  settle(
    holder: { readonly id: string; readonly terminalId: string; readonly reference: string },
    holds: boolean,
  ): void {
    if (!holds) {
      this.#database.run('DELETE FROM terminal_holds WHERE holder = ?', holder.id);
      return;
    }
    this.#database.run(
      'INSERT INTO terminal_holds (terminal_id, holder, reference) VALUES (?, ?, ?) ON CONFLICT (holder) DO NOTHING',
      holder.terminalId,
      holder.id,
      holder.reference,
    );
  }
}

import { z } from 'zod';
import { basketSchema } from '../../shared/basket.ts';
import { type Result, ok } from '../../shared/result.ts';
import type { JournalDatabase } from './database.ts';
import { parseBody } from './rows.ts';

/** The open basket with what undo goes back to, newest last. Not part of the record: baskets change. */
export const keptBasketSchema = z
  .object({ basket: basketSchema, past: z.array(basketSchema).readonly() })
  .readonly();
export type KeptBasket = z.infer<typeof keptBasketSchema>;

const openBasket = 'open';

/** Keeps the open basket on disk, so that it survives a crash. */
export class BasketRecords {
  readonly #database: JournalDatabase;

  constructor(database: JournalDatabase) {
    this.#database = database;
  }

  load(): KeptBasket | undefined {
    const row = this.#database.get('SELECT body FROM baskets WHERE basket_id = ?', openBasket);
    return row && parseBody(keptBasketSchema, row['body']);
  }

  /** Only inside a write. */
  drop(): void {
    this.#database.run('DELETE FROM baskets');
  }

  save(kept: KeptBasket): Result<null> {
    return this.saveWith(kept, () => ok(null));
  }

  /** Keeps the basket and does the work in one synced commit: both are on disk, or neither is. */
  saveWith<Value>(kept: KeptBasket, work: () => Result<Value>): Result<Value> {
    return this.#database.write(() => {
      this.#database.run(
        'INSERT INTO baskets (basket_id, body) VALUES (?, ?) ON CONFLICT (basket_id) DO UPDATE SET body = excluded.body',
        openBasket,
        JSON.stringify(kept),
      );
      return work();
    });
  }
}

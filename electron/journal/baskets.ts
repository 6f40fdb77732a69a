import { z } from 'zod';
import { type Basket, basketSchema } from '../../shared/basket.ts';
import { inputFault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { JournalDatabase } from './database.ts';
import { parseBody } from './rows.ts';

/** The open basket with what undo goes back to, newest last. Not part of the record: baskets change. */
export interface KeptBasket {
  readonly basket: Basket;
  readonly past: readonly Basket[];
}

const pastSchema = z.array(basketSchema).readonly();

/** What undo goes back to is long, and lies apart: a charge does not change it. */
const open = 'open';
const past = 'past';

/** Keeps the open basket on disk, so that it survives a crash. */
export class BasketRecords {
  readonly #database: JournalDatabase;

  constructor(database: JournalDatabase) {
    this.#database = database;
  }

  load(): KeptBasket | undefined {
    const basket = this.#body(open);
    if (basket === undefined) return undefined;
    const before = this.#body(past);
    return {
      basket: parseBody(basketSchema, basket),
      past: before === undefined ? [] : parseBody(pastSchema, before),
    };
  }

  /** Only inside a write. */
  drop(): void {
    this.#database.run('DELETE FROM baskets');
  }

  save(kept: KeptBasket): Result<null> {
    return this.#database.write(() => {
      this.#put(open, kept.basket);
      this.#put(past, kept.past);
      return ok(null);
    });
  }

  /**
   * Keeps the basket, with the same past as before, and does the work in one synced commit: both are on disk, or neither.
   * Refused when another process has gone on with the basket meanwhile (rule P2).
   */
  saveWith<Value>(basket: Basket, work: () => Result<Value>): Result<Value> {
    return this.#database.write(() => {
      const done = work();
      if (done.ok && !this.#isStillOpen(basket)) return err(inputFault('input.changed-meanwhile'));
      this.#put(open, basket);
      return done;
    });
  }

  /** Whether it is the basket on disk too, and no sale there. */
  #isStillOpen({ id }: Basket): boolean {
    const kept = this.#database.get(
      "SELECT body ->> '$.id' AS id, body ->> '$.saleId' AS sale FROM baskets WHERE basket_id = ?",
      open,
    );
    return kept?.['id'] === id && kept['sale'] === null;
  }

  #body(id: string): unknown {
    return this.#database.get('SELECT body FROM baskets WHERE basket_id = ?', id)?.['body'];
  }

  #put(id: string, body: unknown): void {
    this.#database.run(
      'INSERT INTO baskets (basket_id, body) VALUES (?, ?) ON CONFLICT (basket_id) DO UPDATE SET body = excluded.body',
      id,
      JSON.stringify(body),
    );
  }
}

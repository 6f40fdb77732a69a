import type { Result } from '../../shared/result.ts';
import type { StoreIdKind } from '../../shared/views/terminals.ts';
import type { ApiFailure } from '../dintero/failure.ts';
import type { Store } from '../dintero/stores.ts';

/** The answer to a write that names a store, and by which of its ids it was given. */
export interface AnswerByStoreId<Value> {
  readonly kind: StoreIdKind;
  readonly answer: Result<Value, ApiFailure>;
}

/**
 * Writes with the merchant's `store_id`, as the newest reference says; when that is refused with 400 or 404, so that
 * nothing came about, once more with Dintero's own `id`, as an older guide says (docs/dintero.md).
 */
export async function withEitherStoreId<Value>(
  store: Pick<Store, 'store_id' | 'id'>,
  write: (storeId: string) => Promise<Result<Value, ApiFailure>>,
): Promise<AnswerByStoreId<Value>> {
  const first = await write(store.store_id);
  const { id } = store;
  if (first.ok || !wasRefused(first.error) || id === undefined || id === store.store_id) {
    return { kind: 'merchant', answer: first };
  }
  return { kind: 'dintero', answer: await write(id) };
}

const wasRefused = (failure: ApiFailure): boolean =>
  failure.kind === 'status' && (failure.status === 400 || failure.status === 404);

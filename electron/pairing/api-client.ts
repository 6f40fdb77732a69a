import { fault, inputFault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { DinteroClient } from '../dintero/client.ts';
import { type ApiFailure, isNotAllowed } from '../dintero/failure.ts';
import { scopes } from '../dintero/scopes.ts';
import type { Credentials } from '../dintero/token.ts';

/** Makes the client of an account that logs in with what is given. */
export type ClientFor = (accountId: string, credentials: () => Promise<Result<Credentials>>) => DinteroClient;

/** An API client as a person types it. */
export interface TypedClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What was typed, as it is used, or the field that is empty. */
export function credentialsOf(accountId: string, typed: TypedClient): Result<Credentials> {
  const clientId = typed.clientId.trim();
  const clientSecret = typed.clientSecret.trim();
  if (clientId === '') return err(inputFault('input.required', 'clientId'));
  if (clientSecret === '') return err(inputFault('input.required', 'clientSecret'));
  return ok({ accountId, clientId, clientSecret });
}

/** Something that a client must be able to do, tried once when it is given. */
type Trial = (dintero: DinteroClient) => Promise<Result<unknown, ApiFailure>>;

/** What a client for payments must be able to read. */
export const readsPayments: Trial = async (dintero) => {
  const read = await dintero.transactions.byReference('nothing-has-this-reference');
  return !read.ok && isNotAllowed(read.error)
    ? err({ ...read.error, fault: fault('setup.rights', { scope: scopes.readCheckout }) })
    : read;
};

/** What a client for management must be able to read. */
export const readsStores: Trial = (dintero) => dintero.stores.all();

/** Logs in with a client that is not kept yet, and does what it must be able to do. */
export async function tryClient(
  clientFor: ClientFor,
  credentials: Credentials,
  trial?: Trial,
): Promise<Result<null>> {
  const dintero = clientFor(credentials.accountId, () => Promise.resolve(ok(credentials)));
  try {
    const token = await dintero.token.renew();
    if (!token.ok) return err(token.error.fault);
    const tried = await trial?.(dintero);
    return tried && !tried.ok ? err(tried.error.fault) : ok(null);
  } finally {
    await dintero.close();
  }
}

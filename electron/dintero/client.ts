import { type Result } from '../../shared/result.ts';
import type { Clock } from '../support/clock.ts';
import type { Log } from '../support/log.ts';
import type { DinteroAddresses } from './addresses.ts';
import { Dispatchers } from './dispatchers.ts';
import { DinteroHttp } from './http.ts';
import type { DinteroHost, LineObserver } from './line.ts';
import { TerminalOperations } from './operations.ts';
import { PayoutDestinations } from './payout-destinations.ts';
import { Profiles } from './profiles.ts';
import { RequestConnection } from './request-connection.ts';
import { Sessions } from './sessions.ts';
import { Stores } from './stores.ts';
import { Terminals } from './terminals.ts';
import { type Credentials, TokenSource } from './token.ts';
import { Transactions } from './transactions.ts';

export interface DinteroClientOptions {
  readonly addresses: DinteroAddresses;
  readonly accountId: string;
  readonly credentials: () => Promise<Result<Credentials>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly version: string;
  readonly observer: LineObserver;
  readonly proxyFor: (url: URL) => Promise<URL | undefined>;
  readonly onSecret: (secret: string) => void;
  /** Told when the login can be used, and why not when it can't. */
  readonly onLogin: (state: Result<null>) => void;
}

/** Dintero for one account. */
export interface DinteroClient {
  readonly accountId: string;
  readonly sessions: Sessions;
  readonly transactions: Transactions;
  readonly stores: Stores;
  readonly terminals: Terminals;
  readonly operations: TerminalOperations;
  readonly payoutDestinations: PayoutDestinations;
  readonly profiles: Profiles;
  readonly token: TokenSource;
  /** Opens the connection for the next request about money. Costs nothing when one is there. */
  readonly openAhead: () => Promise<void>;
  /** Asks a host for anything at all, to learn whether it can be reached. */
  readonly probe: (host: DinteroHost) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Puts the client of one account together. Nothing is sent until it is used; `close` ends what runs. */
export function createDinteroClient(options: DinteroClientOptions): DinteroClient {
  const { addresses, accountId, clock, log, observer, proxyFor } = options;
  const dispatchers = new Dispatchers(proxyFor);
  const token = new TokenSource({
    api: addresses.api,
    accountId,
    credentials: options.credentials,
    clock,
    log,
    dispatchers,
    observer,
    onSecret: options.onSecret,
    onChange: options.onLogin,
  });
  const requests = new RequestConnection({ origin: addresses.checkout, clock, proxyFor });
  const http = new DinteroHttp({
    addresses,
    token,
    requests,
    dispatchers,
    clock,
    log,
    version: options.version,
    observer,
    proxyFor,
  });
  const transactions = new Transactions(http);
  return {
    accountId,
    sessions: new Sessions(http),
    transactions,
    stores: new Stores(http, accountId),
    terminals: new Terminals(http, accountId),
    operations: new TerminalOperations(http),
    payoutDestinations: new PayoutDestinations(http, accountId),
    profiles: new Profiles(http),
    token,
    openAhead: () => requests.openAhead(),
    probe: async (host) =>
      host === 'api' ? await token.renew() : await transactions.byReference('nothing-has-this-reference'),
    close: async () => {
      token.close();
      requests.close();
      await dispatchers.close();
    },
  };
}

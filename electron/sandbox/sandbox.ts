import { Agenda } from './agenda.ts';
import { Approvals } from './approvals.ts';
import { Authorizations } from './authorizations.ts';
import { type Clock, realClock } from './clock.ts';
import { type Disturbance, Disturbances } from './disturbances.ts';
import { Fleet } from './fleet.ts';
import { Logins } from './logins.ts';
import { Operations } from './operations.ts';
import { type OptionsChange, type SandboxOptions, defaultOptions, optionsSchema } from './options.ts';
import type { ApiClient, DisplayResult, LedgerEntry, State, Task, Terminal, Transaction } from './records.ts';
import { Readings } from './readings.ts';
import { Refunds } from './refunds.ts';
import { type Reply, refuse } from './reply.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import { Sales } from './sales.ts';
import { type RequestRecord, listen } from './server.ts';
import { loadState, saveState } from './state-file.ts';
import { createStore } from './stores.ts';
import { type Button, Terminals } from './terminals.ts';
import { emptyAccount, trainingAccount } from './training-account.ts';
import type { World } from './world.ts';

/** An account that is set up for training, or one that nobody has set up yet. */
export const accountKinds = ['training', 'empty'] as const;
export type AccountKind = (typeof accountKinds)[number];

const accounts: Readonly<Record<AccountKind, () => State>> = {
  training: trainingAccount,
  empty: emptyAccount,
};

export interface StartOptions {
  /** 0, or left out, for a free one. */
  readonly port?: number | undefined;
  /** Where the account is kept between two runs; nowhere when left out. */
  readonly stateFile?: string | undefined;
  /** What a sandbox without a state begins with: the account of training unless told otherwise. */
  readonly account?: AccountKind | undefined;
  readonly options?: OptionsChange | undefined;
  readonly clock?: Clock | undefined;
}

/** What stands on a simulated terminal. Amounts in minor units. */
export interface Display {
  readonly terminalId: string;
  readonly serialNumber: string;
  readonly storeName: string;
  readonly plugged: boolean;
  readonly prompt?: { readonly kind: 'sale' | 'refund'; readonly amount: number; readonly currency: string };
  readonly lastResult?: DisplayResult;
  /** Its menu is open. */
  readonly menu?: boolean;
}

/** A simulated Dintero with one account, on loopback HTTP. Both hosts are at one address. */
export interface Sandbox {
  readonly url: string;
  readonly accountId: string;
  readonly display: (terminalId: string) => Display | undefined;
  /** How many prompts a terminal has: the one on its display, and those that wait for it. */
  readonly promptsOn: (terminalId: string) => number;
  readonly press: (terminalId: string, button: Button) => void;
  /** Calls back whenever anything has changed. Gives back the way to stop that. */
  readonly watch: (listener: () => void) => () => void;
  readonly setOptions: (change: OptionsChange) => void;
  readonly disturb: (disturbance: Disturbance) => void;
  readonly clearDisturbances: () => void;
  /** What truly happened, oldest first. */
  readonly ledger: () => readonly LedgerEntry[];
  readonly requests: () => readonly RequestRecord[];
  readonly transactions: () => readonly Transaction[];
  readonly terminalStatus: (terminalId: string) => string | undefined;
  /** Gives a terminal another status, as Dintero's own people may. */
  readonly setTerminalStatus: (terminalId: string, status: string) => void;
  /** The terminal has fetched its settings: one that waited for that is ready. */
  readonly checkUpdate: (terminalId: string) => void;
  /** Whether a terminal is kept busy by an operation that was asked for elsewhere. */
  readonly isOccupied: (terminalId: string) => boolean;
  readonly setOccupied: (terminalId: string, occupied: boolean) => void;
  /** Takes a terminal out of the account. */
  readonly removeTerminal: (terminalId: string) => void;
  /** Adds a store that has no payout destination, as an account may have from before. */
  readonly addStore: (store: { readonly storeId: string; readonly name: string }) => void;
  /** Dintero lists it on, as DELETED. */
  readonly deleteStore: (storeId: string) => void;
  /** Adds so many ACTIVE terminals to a store. */
  readonly growFleet: (count: number, storeId: string) => void;
  /** The signer of a seller does what its case waits for. */
  readonly sign: (payoutDestinationId: string) => void;
  /** The signer opens one of the links, and does what that page is for. */
  readonly visit: (href: string) => void;
  /** How far the case of a seller has come; `undefined` when there is none. */
  readonly caseStatus: (payoutDestinationId: string) => string | undefined;
  /** Gives a seller another case status, as Dintero's own people may. */
  readonly setCaseStatus: (payoutDestinationId: string, status: string) => void;
  readonly revokeTokens: () => void;
  /** Gives the account an API client, or one that it has another secret and other scopes. */
  readonly setClient: (client: ApiClient) => void;
  readonly close: () => Promise<void>;
}

/** Starts a sandbox. Rejects when its port is taken or its state file can't be read or written. */
export async function startSandbox(start: StartOptions = {}): Promise<Sandbox> {
  const { stateFile, clock = realClock } = start;
  let options: SandboxOptions = optionsSchema.parse({ ...defaultOptions, ...start.options });
  const fresh = accounts[start.account ?? 'training'];
  const state = stateFile === undefined ? fresh() : loadState(stateFile, fresh, clock.now());
  const listeners = new Set<() => void>();
  const disturbances = new Disturbances();

  const changed = (): void => {
    readings.note();
    if (stateFile !== undefined) saveState(stateFile, state);
    for (const listener of listeners) listener();
  };

  const agenda = new Agenda(state.tasks, clock, ({ kind, subject }) => {
    doers[kind](subject);
    changed();
  });
  const world: World = { state, clock, agenda, options: () => options };
  const readings = new Readings(world);
  const authorizations = new Authorizations(world);
  const sales = new Sales(world, authorizations, () => terminals);
  const refunds = new Refunds(world, () => terminals);
  const terminals: Terminals = new Terminals(world, { sale: sales, refund: refunds });
  const fleet = new Fleet(world);
  const approvals = new Approvals(world);
  const logins = new Logins(world);
  const operations = new Operations(world, fleet);

  const doers: Readonly<Record<Task['kind'], (subject: string) => void>> = {
    prompt: (session) => terminals.show(session),
    answer: (subject) => terminals.answer(subject),
    'give-up': (subject) => terminals.giveUp(subject),
    'stop-prompt': (session) => sales.stopPrompt(session),
    capture: (transaction) => authorizations.capture(transaction),
    'approve-late': (transaction) => authorizations.approveLate(transaction),
    'end-refund': (request) => refunds.end(request),
    'clear-display': (terminal) => terminals.clearDisplay(terminal),
    provision: (terminal) => fleet.provision(terminal),
    'approval-step': (approval) => approvals.step(approval),
    'end-operation': (operation) => operations.end(operation),
    'close-menu': (terminal) => operations.closeMenu(terminal),
  };

  const answerTo = router(
    routes(world, { sales, authorizations, refunds, operations, fleet, approvals, logins, readings }),
    logins,
  );
  const server = await listen({
    port: start.port ?? 0,
    clock,
    disturbances,
    dateOffsetMs: () => options.dateOffsetMs,
    answer: async (request) => {
      const answer = await answerTo(request);
      if (request.method !== 'GET') changed();
      return answer;
    },
  });
  agenda.start();
  changed();

  const edit = (change: () => void): void => {
    change();
    changed();
  };
  return {
    url: server.url,
    accountId: state.accountId,
    display: (terminalId) => displayOf(state, refunds, terminals.get(terminalId)),
    promptsOn: (terminalId) => terminals.get(terminalId)?.prompts.length ?? 0,
    press: (terminalId, button) => edit(() => terminals.press(terminalId, button)),
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setOptions: (change) => edit(() => (options = optionsSchema.parse({ ...options, ...change }))),
    disturb: (disturbance) => disturbances.plan(disturbance),
    clearDisturbances: () => disturbances.clear(),
    ledger: () => state.ledger,
    requests: () => server.requests(),
    transactions: () => state.transactions,
    terminalStatus: (terminalId) => terminals.get(terminalId)?.status,
    isOccupied: (terminalId) => operations.isOccupied(terminalId),
    setOccupied: (terminalId, occupied) => edit(() => operations.setOccupied(terminalId, occupied)),
    setTerminalStatus: (terminalId, status) => edit(() => fleet.setStatus(terminalId, status)),
    checkUpdate: (terminalId) => edit(() => fleet.updateChecked(terminalId)),
    removeTerminal: (terminalId) => edit(() => fleet.remove(terminalId)),
    addStore: ({ storeId, name }) =>
      edit(() => void createStore(world, { store_id: storeId, store_name: name })),
    deleteStore: (storeId) =>
      edit(() => {
        const store = state.stores.find(({ store_id: id }) => id === storeId);
        if (store) store.status = 'DELETED';
      }),
    growFleet: (count, storeId) => edit(() => fleet.grow(count, storeId)),
    sign: (payoutDestinationId) => edit(() => approvals.sign(payoutDestinationId)),
    visit: (href) => edit(() => approvals.visit(href)),
    caseStatus: (payoutDestinationId) => approvals.status(payoutDestinationId),
    setCaseStatus: (payoutDestinationId, status) =>
      edit(() => approvals.setStatus(payoutDestinationId, status)),
    revokeTokens: () => logins.revokeAll(),
    setClient: (client) =>
      edit(() => {
        state.clients = [...state.clients.filter(({ clientId }) => clientId !== client.clientId), client];
      }),
    close: async () => {
      agenda.close();
      listeners.clear();
      await server.close();
    },
  };
}

function router(table: readonly Route[], logins: Logins): (request: RequestRecord) => Reply | Promise<Reply> {
  const compiled = table.map((route) => ({ route, pattern: patternOf(route.path) }));
  return ({ method, path, query, headers, body }) => {
    for (const { route, pattern } of compiled) {
      const match = route.method === method ? pattern.exec(path) : null;
      if (!match) continue;
      const refusal = route.scopes && logins.check(headers.authorization, route.scopes);
      if (refusal) return refusal;
      if (body !== undefined && !/^application\/json\b/.test(headers['content-type'] ?? '')) {
        return refuse(400, 'The body must be application/json');
      }
      const parameters = Object.fromEntries(
        Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
      );
      return route.answer({ parameters, query: new URLSearchParams(query), headers, body });
    }
    return refuse(404, 'Not found');
  };
}

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);

function displayOf(state: State, refunds: Refunds, terminal: Terminal | undefined): Display | undefined {
  if (!terminal) return undefined;
  const [prompt] = terminal.prompts;
  const asked = prompt?.shown
    ? prompt.kind === 'refund'
      ? refunds.amountOf(prompt.subject)
      : state.sessions.find(({ id }) => id === prompt.subject)?.order
    : undefined;
  return {
    terminalId: terminal.terminal_id,
    serialNumber: terminal.device_serial_number,
    storeName:
      state.stores.find(({ store_id: id }) => id === terminal.store_id)?.store_name ?? terminal.store_id,
    plugged: terminal.plugged,
    ...(prompt && asked && { prompt: { kind: prompt.kind, amount: asked.amount, currency: asked.currency } }),
    ...(terminal.lastResult && { lastResult: terminal.lastResult }),
    ...(terminal.menu && { menu: true }),
  };
}

import type { AuditNote, Change } from '../../shared/audit.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { Result } from '../../shared/result.ts';
import type { Permit, Rules } from '../../shared/rights.ts';
import type { LockRules, SettingsView } from '../../shared/views/app.ts';
import type { Pairing } from '../../shared/views/pairing.ts';
import { type Named, changesBetween, lockValues, named, pairingValues, rulesValues } from './changes.ts';

type Traced = Pick<
  Handlers,
  'settings' | 'pairing' | 'staff' | 'operations' | 'sellers' | 'stores' | 'terminals'
>;

export interface TraceSources {
  readonly record: (note: AuditNote) => void;
  readonly settings: () => SettingsView;
  readonly pairing: () => Pairing | undefined;
  readonly rules: () => Rules;
  readonly lock: () => LockRules;
  /** The payout destination of the seller whose screen is open. */
  readonly sellerId: () => string | undefined;
}

/**
 * The calls that leave a trace in the audit log, each with what it tells once it was done: the features themselves know
 * nothing of the log. Who approved a refund or marked an outcome stands in the events of the payment already; signing in
 * and PINs are told by the staff.
 */
export function traced<All extends Traced>(handlers: All, sources: TraceSources): All {
  const { settings, pairing, staff, operations, sellers, stores, terminals } = handlers;
  const { record } = sources;
  /** A call that sets some of these values. */
  const sets = <Argument, Leave extends Leaves>(
    values: () => Named,
    handler: (argument: Argument, ...leave: Leave) => Reply<null>,
  ) =>
    watched(values, handler, (changes, approved) =>
      record({ kind: 'settings-changed', changes, ...approved }),
    );
  const settingsValues = (): Named => named(sources.settings());
  return {
    ...handlers,
    settings: { look: sets(settingsValues, settings.look), save: sets(settingsValues, settings.save) },
    staff: {
      ...staff,
      saveRules: sets(() => rulesValues(sources.rules()), staff.saveRules),
      saveLock: sets(() => lockValues(sources.lock()), staff.saveLock),
    },
    pairing: pairingTraced(pairing, sources),
    operations: {
      ...operations,
      start: after(record, operations.start, (done, { terminalId, kind }) =>
        done.ok ? { kind: 'terminal-operation', terminalId, operation: kind } : undefined,
      ),
    },
    sellers: {
      ...sellers,
      apply: after(record, sellers.apply, (done, { payoutDestinationId, name }) =>
        written(done, { kind: 'seller-applied', sellerId: payoutDestinationId.trim(), name: name.trim() }),
      ),
      // Whoever has the page can sign by it.
      link: after(record, sellers.link, (done) => {
        const about = sources.sellerId();
        return done.ok && done.value.kind === 'done'
          ? { kind: 'right-used', right: 'onboarding', ...(about !== undefined && { about }) }
          : undefined;
      }),
    },
    stores: {
      ...stores,
      create: after(record, stores.create, (done, { storeId, name }) =>
        written(done, {
          kind: 'store-created',
          storeId: done.ok ? done.value.storeId : storeId.trim(),
          name: name.trim(),
        }),
      ),
    },
    terminals: {
      ...terminals,
      register: after(record, terminals.register, (done, { serialNumber, storeId }) =>
        written(done, {
          kind: 'terminal-registered',
          terminalId: done.ok ? done.value.terminal.terminalId : '',
          serialNumber: serialNumber.trim(),
          storeId,
        }),
      ),
      change: after(record, terminals.change, (done, { terminalId, model, storeId }) =>
        written(done, { kind: 'terminal-changed', terminalId, model, storeId }),
      ),
    },
  };
}

function pairingTraced(
  pairing: Handlers['pairing'],
  { record, pairing: paired }: TraceSources,
): Handlers['pairing'] {
  const changed = <Argument, Leave extends Leaves>(
    handler: (argument: Argument, ...leave: Leave) => Reply<null>,
  ) =>
    watched(
      () => pairingValues(paired()),
      handler,
      (changes, approved) => {
        const accountId = paired()?.accountId;
        if (accountId !== undefined) record({ kind: 'pairing-changed', accountId, changes, ...approved });
      },
    );
  const accountId = (): string => paired()?.accountId ?? '';
  return {
    ...pairing,
    connect: after(record, pairing.connect, (done, typed) =>
      done.ok
        ? { kind: 'api-client-entered', accountId: typed.accountId.trim().toUpperCase(), use: 'payments' }
        : undefined,
    ),
    finish: changed(pairing.finish),
    replaceClient: changed(
      after(record, pairing.replaceClient, (done) =>
        done.ok ? { kind: 'api-client-entered', accountId: accountId(), use: 'payments' } : undefined,
      ),
    ),
    useManagement: changed(
      after(record, pairing.useManagement, (done) =>
        done.ok ? { kind: 'api-client-entered', accountId: accountId(), use: 'management' } : undefined,
      ),
    ),
    removeManagement: changed(pairing.removeManagement),
    // That it begins is told before the journal is closed.
    unpair: after(record, pairing.unpair, (done) =>
      !done.ok && paired() !== undefined && done.error.code.startsWith('setup.keychain')
        ? { kind: 'still-paired', accountId: accountId(), why: done.error.code }
        : undefined,
    ),
  };
}

type Reply<Value> = Result<Value> | Promise<Result<Value>>;

/** What a handler is called with besides its argument: the leave, where the call takes a right. */
type Leaves = readonly [] | readonly [Permit];

/** Who approved what was done, and why, where somebody had to. */
type Approved = Pick<AuditNote, 'approver' | 'reason'>;

function approvedBy([permit]: Leaves): Approved {
  const approval = permit?.approval;
  return approval ? { approver: approval.approver, reason: approval.reason } : {};
}

/** The handler, and what is told of it when it is done. */
const after =
  <Argument, Leave extends Leaves, Value>(
    record: (note: AuditNote) => void,
    handler: (argument: Argument, ...leave: Leave) => Reply<Value>,
    tell: (done: Result<Value>, argument: Argument) => AuditNote | undefined,
  ) =>
  async (argument: Argument, ...leave: Leave): Promise<Result<Value>> => {
    const done = await handler(argument, ...leave);
    const note = tell(done, argument);
    if (note) record({ ...note, ...approvedBy(leave) });
    return done;
  };

type WriteNote = Extract<AuditNote, { readonly unsure?: boolean | undefined }>;

/** Dintero's account was written to – or may have been, when its reply was lost. */
function written(done: Result<unknown>, note: WriteNote): AuditNote | undefined {
  if (done.ok) return note;
  const { code } = done.error;
  return code === 'setup.reply-lost' || code === 'setup.seller-unsure'
    ? { ...note, unsure: true }
    : undefined;
}

/** What is another than before the handler was called is told, however that ended: a part may have been done. */
const watched =
  <Argument, Leave extends Leaves, Value>(
    values: () => Named,
    handler: (argument: Argument, ...leave: Leave) => Reply<Value>,
    tell: (changes: readonly Change[], approved: Approved) => void,
  ) =>
  async (argument: Argument, ...leave: Leave): Promise<Result<Value>> => {
    const before = values();
    const done = await handler(argument, ...leave);
    const changes = changesBetween(before, values());
    if (changes.length > 0) tell(changes, approvedBy(leave));
    return done;
  };

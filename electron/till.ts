import { join } from 'node:path';
import type { Handlers, Snapshot } from '../shared/contract.ts';
import { type Fault, fault } from '../shared/fault.ts';
import { currency, zero } from '../shared/money.ts';
import type { Actor } from '../shared/person.ts';
import { type Result, err, ok } from '../shared/result.ts';
import type { AppView, SettingsView } from '../shared/views/app.ts';
import type { Product } from '../shared/views/basket.ts';
import type { PairingView } from '../shared/views/pairing.ts';
import type { TillTerminalsView } from '../shared/views/terminal.ts';
import { AuditExports } from './audit/export.ts';
import { auditHandlers } from './audit/handlers.ts';
import { AuditRecorder } from './audit/recorder.ts';
import { traced } from './audit/traces.ts';
import { type Catalogue, createCatalogue } from './catalogue/catalogue.ts';
import type { DinteroAddresses } from './dintero/addresses.ts';
import { type DinteroClient, createDinteroClient } from './dintero/client.ts';
import { Line } from './dintero/line.ts';
import type { Credentials } from './dintero/token.ts';
import { type Journal, type OpenedJournal, openJournal, partsLeftIn } from './journal/journal.ts';
import { JournalKeeper } from './journal/keeper.ts';
import { createCredentialStore } from './keychain/credentials.ts';
import type { SecretStore } from './keychain/secret-store.ts';
import { PairedTill } from './paired-till.ts';
import { Pairing } from './pairing/pairing.ts';
import { type Settings, saveSettings } from './settings/settings.ts';
import { AccountStores } from './onboarding/stores.ts';
import { sellerHandlers, storeHandlers } from './onboarding/handlers.ts';
import { Sellers } from './onboarding/sellers.ts';
import type { OpenPage } from './shell/external-pages.ts';
import type { ChooseFile } from './shell/save-file.ts';
import { staffHandlers } from './staff/handlers.ts';
import { IdleLock } from './staff/idle-lock.ts';
import { Rights } from './staff/rights.ts';
import { Staff } from './staff/staff.ts';
import type { Clock } from './support/clock.ts';
import type { Log } from './support/log.ts';
import { Operations } from './terminals/operations.ts';
import { Fleet } from './terminals/fleet.ts';
import { FollowedTerminals } from './terminals/followed-terminals.ts';
import { terminalHandlers } from './terminals/handlers.ts';

export interface TillOptions {
  /** Where this profile's journals are. */
  readonly folder: string;
  readonly settings: Settings;
  readonly secrets: SecretStore;
  readonly addresses: DinteroAddresses;
  readonly products: readonly Product[];
  readonly times: TillTimes;
  /** The program of the thread that checks journals and copies them. */
  readonly journalWorker: URL;
  /** Whether a live account may be connected here. */
  readonly liveAllowed: boolean;
  /** In training, how the practice account logs in. */
  readonly practice?: Credentials;
  /** The system's language, for as long as nobody chose one. */
  readonly systemLocale: SettingsView['locale'];
  readonly version: string;
  readonly proxyFor: (url: URL) => Promise<URL | undefined>;
  /** Opens a page in the browser of this computer. */
  readonly openPage: OpenPage;
  /** Asks the person where a file is to be saved. */
  readonly chooseFile: ChooseFile;
  readonly onSecret: (secret: string) => void;
  readonly onNotice: (id: string, notice: Fault | undefined) => void;
  readonly onChange: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

export interface TillTimes {
  /** Instead of the setting, for unpackaged builds that are under test. In ms. */
  readonly deadlineMs?: number;
  readonly notFoundMarginMs: number;
  readonly refundDeadlineMs: number;
  /** How long a minute is of those after which the till locks. */
  readonly idleMinuteMs: number;
}

type TillHandlers = Omit<Handlers, 'app' | 'training'>;
type TillSlices = Omit<Snapshot, 'app' | 'simulatedTerminal' | 'trainingScenarios'>;

/** A disk that could not be written may be mended: how soon the journal is tried again. In ms. */
const reopenPauseMs = 30_000;

/** A clock that is off by more than this is told. In ms. */
const clockTolerance = 5 * 60_000;

/** One profile of the app – live or training – with its settings, people, pairing, and the till that is paired. */
export class Till {
  readonly #options: TillOptions;
  readonly #staff: Staff;
  readonly #audit: AuditRecorder;
  readonly #exports: AuditExports;
  readonly #pairing: Pairing;
  readonly #rights: Rights;
  readonly #idle: IdleLock;
  readonly #catalogue: Catalogue;
  readonly #line: Line;
  readonly #operations: Operations;
  readonly #stores: AccountStores;
  readonly #sellers: Sellers;
  readonly #fleet: Fleet;
  readonly #followed: FollowedTerminals;
  #dintero: DinteroClient | undefined;
  #paired: PairedTill | undefined;
  #keeper: JournalKeeper | undefined;
  #stopReopening: (() => void) | undefined;
  /** Why the paired till could not be opened. */
  #broken: Fault | undefined;

  constructor(options: TillOptions) {
    this.#options = options;
    const { settings, secrets, clock, onChange } = options;
    this.#staff = new Staff({
      settings,
      secrets,
      clock,
      // In training nobody is kept out.
      locksByItself: options.practice === undefined,
      onChange,
      onAudit: (note) => this.#audit.record(note),
    });
    this.#audit = new AuditRecorder({ actor: () => this.#staff.actor(), clock, log: options.log });
    this.#rights = new Rights({ settings, staff: this.#staff, onAudit: (note) => this.#audit.record(note) });
    this.#idle = new IdleLock({ staff: this.#staff, clock, minuteMs: options.times.idleMinuteMs });
    this.#exports = new AuditExports({
      journalFile: () => {
        const pairing = settings.get('pairing');
        return pairing ? ok(this.#journalFile(pairing.accountId)) : err(fault('setup.not-paired'));
      },
      worker: options.journalWorker,
      chooseFile: options.chooseFile,
      actor: () => this.#staff.actor(),
      record: (note) => this.#audit.record(note),
      clock,
      log: options.log,
      onChange,
    });
    this.#catalogue = createCatalogue(options.products);
    this.#line = new Line({
      clock,
      probe: async (host) => await this.#dintero?.probe(host),
      onChange,
      onReturn: () => this.lookAtAll(),
      onServerTime: (server, ours) => this.#compareClocks(server, ours),
    });
    this.#pairing = new Pairing({
      settings,
      secrets,
      staff: this.#staff,
      clientFor: (accountId, credentials) => this.#client(accountId, credentials),
      liveAllowed: options.liveAllowed,
      practice: options.practice !== undefined,
      leaveBarred: () => this.#leaveBarred(),
      ownParts: (accountId) =>
        accountId === settings.get('pairing')?.accountId && this.#paired
          ? this.#paired.journalParts
          : partsLeftIn(this.#journalFile(accountId)),
      openPaired: () => this.#openPaired(),
      closePaired: (approver) => {
        this.#tellOfLeaving(undefined, approver);
        return this.#closePaired();
      },
      onReplaced: () => void this.#dintero?.token.renew(),
      onUnpaired: ({ accountId }) => {
        options.onNotice('unpaired', fault('setup.unpaired', { file: this.#journalFile(accountId) }));
        onChange();
      },
      onSecret: options.onSecret,
      clock,
      onChange,
    });
    const dintero = () => this.#account();
    this.#operations = new Operations({
      settings,
      clients: () => this.#operators(),
      heldBy: (terminalId) => this.#paired?.heldBy(terminalId),
      operator: () => this.#staff.actor(),
      onEnded: (terminalId) => {
        void this.#paired?.refreshTerminals();
        this.#followed.lookNow(terminalId);
      },
      clock,
      log: options.log,
    });
    this.#stores = new AccountStores({ dintero });
    this.#sellers = new Sellers({ dintero, openPage: options.openPage, clock, log: options.log, onChange });
    this.#fleet = new Fleet({ dintero, heldBy: (terminalId) => this.#paired?.heldBy(terminalId) });
    this.#followed = new FollowedTerminals({ dintero, clock, log: options.log, onChange });
  }

  get staff(): Staff {
    return this.#staff;
  }

  get rights(): Rights {
    return this.#rights;
  }

  /** Whether it takes nothing but its unlocking. A wait that is over counts, though its timer may have slept. */
  isLocked(): boolean {
    this.#idle.check();
    return this.#staff.isLocked;
  }

  get isPairing(): boolean {
    return this.#pairing.wizard.isOpen;
  }

  /** Opens the paired till, if there is one: every open attempt is followed before the first sale (rule P19). */
  async open(): Promise<void> {
    this.#staff.start();
    this.#idle.restart();
    await this.#openPaired();
    this.#operations.recover();
  }

  /** Which part of the app this profile opens on. */
  get stage(): AppView['stage'] {
    if (this.#pairing.wizard.isOpen) return 'pairing';
    return this.#options.settings.get('pairing') ? 'till' : 'welcome';
  }

  /** Payments whose outcome is not known yet. */
  openMatters(): number {
    return this.#paired?.openMatters() ?? 0;
  }

  /** The network is back, or the machine woke up. */
  lookAtAll(): void {
    this.#idle.check();
    this.#paired?.lookAtAll();
    this.#operations.lookAtAll();
    this.#followed.lookAtAll();
    void this.#sellers.lookNow();
  }

  /** The paired till's terminals. */
  terminals(): TillTerminalsView | null {
    return this.#paired?.terminalsView() ?? null;
  }

  slices(): TillSlices {
    const paired = this.#paired;
    return {
      settings: this.#settingsView(),
      network: this.#line.view(),
      pairing: this.#pairingView(),
      staff: { ...this.#staff.view(), rules: this.#rights.rules() },
      tillTerminals: this.terminals(),
      operations: this.#operations.view(),
      basket: paired?.basketView() ?? this.#noBasket(),
      payment: paired?.payments.view() ?? null,
      desk: paired?.desk.view() ?? { matters: [], alarms: [] },
      sales: { revision: paired?.salesRevision ?? 0 },
      refund: paired?.refunds.view() ?? null,
      followedTerminals: this.#followed.view(),
      seller: this.#sellers.view(),
      audit: { revision: paired?.salesRevision ?? 0, export: this.#exports.view() },
    };
  }

  handlers(): TillHandlers {
    const { settings } = this.#options;
    return traced(this.#handlers(), {
      record: (note) => this.#audit.record(note),
      settings: () => this.#settingsView(),
      pairing: () => settings.get('pairing'),
      rules: () => this.#rights.rules(),
      lock: () => this.#staff.lockRules(),
      sellerId: () => this.#sellers.view()?.seller.payoutDestinationId,
    });
  }

  #handlers(): TillHandlers {
    const { settings } = this.#options;
    return {
      settings: {
        look: (input) => this.#changed(saveSettings(settings, input)),
        save: (input) => this.#changed(saveSettings(settings, input)),
      },
      pairing: this.#pairing.handlers(),
      staff: staffHandlers(this.#staff, this.#rights, this.#idle),
      sellers: sellerHandlers(this.#sellers),
      stores: storeHandlers(this.#stores),
      terminals: terminalHandlers(this.#fleet, this.#followed),
      audit: auditHandlers(() => {
        const { records } = this.#audit;
        return records ? ok(records) : err(this.#broken ?? fault('setup.not-paired'));
      }, this.#exports),
      catalogue: { list: () => ok([...this.#catalogue.list()]) },
      terminal: {
        refresh: () => this.#onPaired(async (till) => ok(await till.refreshTerminals())),
        pick: ({ terminalId }) => this.#onPaired((till) => till.pickTerminal(terminalId)),
      },
      operations: {
        start: ({ terminalId, kind }) => this.#operations.start(terminalId, kind),
      },
      health: {
        read: ({ terminalId }) =>
          this.#onPaired((till) => ok(till.health(terminalId, this.#operations.view()))),
      },
      basket: {
        addAmount: (line) => this.#onPaired((till) => till.baskets.add(line)),
        addProduct: ({ productId, quantity }) =>
          this.#onPaired((till) => till.addProduct(this.#catalogue.get(productId), quantity)),
        setQuantity: ({ lineId, quantity }) =>
          this.#onPaired((till) => till.baskets.setQuantity(lineId, quantity)),
        remove: ({ lineId }) => this.#onPaired((till) => till.baskets.remove(lineId)),
        discountLine: ({ lineId, discount }, permit) =>
          this.#onPaired((till) => till.baskets.discountLine(lineId, discount ?? undefined, permit)),
        discountAll: ({ discount }, permit) =>
          this.#onPaired((till) => till.baskets.discountAll(discount ?? undefined, permit)),
        clear: () => this.#onPaired((till) => till.baskets.startNew()),
        undo: () => this.#onPaired((till) => till.baskets.undo()),
      },
      payments: {
        charge: ({ acceptRisk, ...seen }) => this.#onPaired((till) => till.payments.charge(acceptRisk, seen)),
        cancel: ({ attemptId }) => this.#onPaired((till) => till.payments.cancel(attemptId)),
        void: ({ attemptId }, { approval }) =>
          this.#onPaired((till) => till.payments.void(attemptId, approval)),
        checkNow: ({ attemptId }) => this.#onPaired((till) => till.payments.checkNow(attemptId)),
        setAside: ({ attemptId }) => this.#onPaired((till) => till.payments.setAside(attemptId)),
        freeTerminal: ({ attemptId }) => this.#onPaired((till) => till.payments.freeTerminal(attemptId)),
        tryAgain: ({ attemptId, terminalId }) =>
          this.#onPaired((till) => till.payments.tryAgain(attemptId, terminalId)),
        newSale: ({ attemptId }) => this.#onPaired((till) => till.payments.newSale(attemptId)),
        backToBasket: ({ attemptId }) => this.#onPaired((till) => till.payments.backToBasket(attemptId)),
        alarmSeen: ({ attemptId }) => this.#onPaired((till) => till.payments.alarmSeen(attemptId)),
      },
      sales: {
        list: ({ search, beforeNumber, limit }) =>
          this.#onPaired((till) => ok(till.sales(search, limit, beforeNumber))),
        get: ({ saleId }) => this.#onPaired((till) => till.sale(saleId)),
        store: (query) => this.#onPaired((till) => till.storeSales.page(query)),
        storeTerminals: () => this.#onPaired(async (till) => ok(await till.storeTerminals())),
        transaction: ({ transactionId }) =>
          this.#onPaired((till) => till.storeSales.transaction(transactionId)),
        find: ({ reference }) => this.#onPaired((till) => till.storeSales.find(reference)),
      },
      refunds: {
        offer: ({ payment }) => this.#onPaired((till) => till.refunds.offer(payment)),
        otherTerminals: () => this.#onPaired((till) => till.refunds.otherTerminals()),
        start: (order, permit) => this.#onPaired((till) => till.refunds.start(order, permit)),
        checkNow: ({ refundId }) => this.#onPaired((till) => till.refunds.checkNow(refundId)),
        freeTerminal: ({ refundId }) => this.#onPaired((till) => till.refunds.freeTerminal(refundId)),
        seen: ({ refundId }) => this.#onPaired((till) => till.refunds.seen(refundId)),
        leave: () => this.#onPaired((till) => ok(till.leaveRefund())),
      },
      desk: {
        evidence: ({ kind, id }) => this.#onPaired((till) => ok(till.desk.evidence(kind, id))),
        markPayment: ({ attemptId, verdict }, { approval }) =>
          this.#onPaired((till) => till.desk.markPayment(attemptId, verdict, approval)),
        markRefund: ({ refundId, verdict }, { approval }) =>
          this.#onPaired((till) => till.desk.markRefund(refundId, verdict, approval)),
        adoptableSales: ({ attemptId }) => this.#onPaired((till) => till.desk.adoptableSales(attemptId)),
        adopt: ({ attemptId, saleId }, { approval }) =>
          this.#onPaired((till) => till.desk.adopt(attemptId, saleId ?? undefined, approval)),
      },
    };
  }

  async close(): Promise<void> {
    this.#line.close();
    this.#idle.close();
    this.#operations.close();
    this.#followed.close();
    this.#sellers.close();
    await this.#closePaired();
    await this.#pairing.close();
  }

  async #openPaired(): Promise<void> {
    const { settings, clock, log, secrets, times } = this.#options;
    const pairing = settings.get('pairing');
    this.#tellOfLeaving(pairing?.accountId);
    await this.#closePaired();
    if (!pairing) return;
    const opened = openJournal({
      file: this.#journalFile(pairing.accountId),
      accountId: pairing.accountId,
      clock,
      onHeadFailure: (error) => log.warn('journal.head-not-written', { error }),
    });
    this.#broken = opened.ok ? undefined : opened.error;
    if (!opened.ok) {
      this.#options.onNotice('journal', opened.error);
      if (opened.error.code === 'setup.journal') {
        this.#stopReopening = clock.after(reopenPauseMs, () => void this.#openPaired());
      }
      return;
    }
    const { journal } = opened.value;
    this.#tellOfOpening(opened.value);
    this.#audit.setRecords(journal.audit);
    const credentials = createCredentialStore(secrets, 'paired');
    const dintero = this.#client(pairing.accountId, () => credentials.read(pairing.accountId));
    this.#dintero = dintero;
    this.#keeper = this.#keep(journal);
    this.#paired = new PairedTill({
      pairing,
      journal,
      journalFault: () => this.#keeper?.blocked(),
      dintero,
      managing: () => this.#pairing.account.management() ?? dintero,
      offline: () => this.#line.downReason('checkout'),
      actor: () => this.#staff.actor(),
      settings: () => ({
        returnUrl: settings.get('returnUrl'),
        callbackUrl: settings.get('callbackUrl'),
        deadlineMs: times.deadlineMs ?? settings.get('deadlineSeconds') * 1_000,
        notFoundMarginMs: times.notFoundMarginMs,
      }),
      refundsOnTerminal: () => settings.get('refundsOnTerminal'),
      refundDeadlineMs: times.refundDeadlineMs,
      clock,
      log,
      onChange: this.#options.onChange,
    });
    this.#paired.start();
    void this.#keeper.start();
    void this.#pairing.account.learnClients();
    this.#options.onNotice('unpaired', undefined);
    this.#options.onChange();
  }

  /** Each account has its own journal, which tells until when this till worked with it. */
  #tellOfLeaving(forAccount: string | undefined, approver?: Actor): void {
    const accountId = this.#dintero?.accountId;
    if (accountId === undefined || accountId === forAccount) return;
    this.#audit.record({
      kind: 'unpaired',
      accountId,
      ...(approver && { approver }),
      ...(forAccount !== undefined && { forAccount }),
    });
  }

  #keep(journal: Journal): JournalKeeper {
    const { journalWorker: worker, clock, log, onNotice, onChange } = this.#options;
    return new JournalKeeper({
      journal,
      worker,
      clock,
      log,
      onBroken: (notice) => onNotice('journal', notice),
      onRebuilt: () => this.#paired?.followOpen(),
      onBackup: (notice) => onNotice('journal-backup', notice),
      onChange,
    });
  }

  #tellOfOpening({ setAside, replaced, notes }: OpenedJournal): void {
    const { log, onNotice } = this.#options;
    for (const { event, error } of notes) log.warn(event, { error });
    if (setAside === undefined || !replaced) {
      // It may have been a disk that could not be written until now.
      onNotice('journal', undefined);
      return;
    }
    const { why, backup } = replaced;
    log.error('journal.set-aside', { file: setAside, why, backup: backup?.file });
    onNotice(
      'journal',
      backup
        ? fault('setup.journal-restored', { file: setAside, backupAt: backup.madeAt })
        : fault('setup.journal-begun-anew', { file: setAside }),
    );
  }

  async #closePaired(): Promise<void> {
    this.#stopReopening?.();
    this.#stopReopening = undefined;
    const [keeper, paired, dintero] = [this.#keeper, this.#paired, this.#dintero];
    // From here on nothing can be charged, whatever is still waited for.
    this.#keeper = undefined;
    this.#audit.setRecords(undefined);
    this.#paired = undefined;
    this.#dintero = undefined;
    paired?.stop();
    // Their threads have the file open.
    await keeper?.close();
    await this.#exports.cancel();
    paired?.close();
    await dintero?.close();
    await this.#pairing.account.close();
  }

  /** Each account has its own journal, which nobody would follow once the till has left the account. */
  #leaveBarred(): Fault | undefined {
    const count = this.openMatters();
    if (count > 0) return fault('setup.open-matters', { count });
    // What can't be read may tell of something open.
    return this.#paired ? undefined : this.#broken;
  }

  #journalFile(accountId: string): string {
    return join(this.#options.folder, `journal-${accountId}.sqlite`);
  }

  #client(accountId: string, credentials: () => Promise<Result<Credentials>>): DinteroClient {
    const { addresses, clock, log, version, proxyFor, onSecret, onChange } = this.#options;
    return createDinteroClient({
      addresses,
      accountId,
      credentials,
      clock,
      log,
      version,
      observer: this.#line,
      proxyFor,
      onSecret,
      onLogin: onChange,
    });
  }

  /** Dintero for the account that is being paired, else for the one that this till works with. */
  #account(): Result<DinteroClient> {
    const { wizard, account } = this.#pairing;
    const dintero = wizard.account() ?? account.management() ?? this.#dintero;
    return dintero ? ok(dintero) : err(this.#broken ?? fault('setup.not-paired'));
  }

  /** Who may ask terminals for something: the clients for payments first, whose right it is. */
  #operators(): readonly DinteroClient[] {
    const { wizard, account } = this.#pairing;
    const payments = wizard.isOpen ? wizard.payments() : undefined;
    return [
      payments?.ok ? payments.value : undefined,
      wizard.account(),
      this.#dintero,
      account.management(),
    ].flatMap((dintero) => dintero ?? []);
  }

  #onPaired<Value>(
    work: (till: PairedTill) => Result<Value> | Promise<Result<Value>>,
  ): Result<Value> | Promise<Result<Value>> {
    return this.#paired ? work(this.#paired) : err(this.#broken ?? fault('setup.not-paired'));
  }

  #changed(result: Result<null>): Result<null> {
    this.#options.onChange();
    return result;
  }

  #compareClocks(server: number, ours: number): void {
    const off = Math.abs(server - ours) > clockTolerance;
    this.#options.onNotice('clock', off ? fault('setup.clock', { theirs: server, ours }) : undefined);
  }

  #settingsView(): SettingsView {
    const { settings, systemLocale } = this.#options;
    return {
      locale: settings.get('locale') ?? systemLocale,
      theme: settings.get('theme'),
      returnUrl: settings.get('returnUrl'),
      callbackUrl: settings.get('callbackUrl'),
      deadlineSeconds: settings.get('deadlineSeconds'),
      refundsOnTerminal: settings.get('refundsOnTerminal'),
      refundReasons: [...settings.get('refundReasons')],
    };
  }

  #pairingView(): PairingView {
    const { settings, practice } = this.#options;
    const draft = settings.get('pairingDraft');
    const paired = settings.get('pairing');
    return {
      ...(draft && { draft }),
      ...(paired && { paired, journalFile: this.#journalFile(paired.accountId) }),
      ...(practice && { practice }),
    };
  }

  #noBasket(): TillSlices['basket'] {
    return {
      basket: { id: 'none', lines: [] },
      currency: currency('NOK'),
      total: zero,
      vat: [],
      canUndo: false,
      blocked: this.#broken ?? fault('setup.not-paired'),
    };
  }
}

import { type Fault, fault } from '../../shared/fault.ts';
import { type Result } from '../../shared/result.ts';
import type { SellerView, SignerLink, SignerPage } from '../../shared/views/sellers.ts';
import type { DinteroClient } from '../dintero/client.ts';
import { type ApiFailure, askedPauseMs, isNotAllowed, isNotFound } from '../dintero/failure.ts';
import type { Clock } from '../support/clock.ts';
import { Follower } from '../support/follower.ts';
import type { Log } from '../support/log.ts';
import { type SellerFacts, detailsOf, newestOf, sellerOf } from './seller-facts.ts';
import { type JudgedLink, signerLink, signerPages } from './signer-link.ts';

/** What of Dintero sellers need. */
export type SellersClient = Pick<DinteroClient, 'accountId' | 'payoutDestinations'>;

export interface SellerWatchOptions {
  readonly accountId: string;
  readonly payoutDestinationId: string;
  /** The account that is worked on now. */
  readonly dintero: () => Result<SellersClient>;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

/** A case that is settled goes on by nobody's waiting. */
const settled: ReadonlySet<string> = new Set(['ACTIVE', 'DECLINED', 'ARCHIVED', 'TERMINATED']);

/**
 * The signer may be standing here with a phone, so the first minutes are looked at closely; reviews take from minutes to
 * days. In ms.
 */
const rhythm = [
  { untilMs: 3 * 60_000, pauseMs: 3_000 },
  { untilMs: 20 * 60_000, pauseMs: 15_000 },
] as const;
const longPauseMs = 60_000;

interface Look {
  readonly at: number;
  readonly fault?: Fault;
}

/** Follows one seller, from the moment that its screen opens until its case is settled or the screen is left. */
export class SellerWatch {
  readonly #options: SellerWatchOptions;
  readonly #follower: Follower;
  readonly #openedAt: number;
  /** The hosts that a person has read and confirmed, beside Dintero's. */
  readonly #confirmed = new Set<string>();
  #facts: SellerFacts = {};
  #look: Look | undefined;
  #followed = true;

  constructor(options: SellerWatchOptions) {
    this.#options = options;
    this.#openedAt = options.clock.now();
    this.#follower = new Follower({
      clock: options.clock,
      look: () => this.#lookOnce(),
      onBug: (error) => options.log.error('seller.bug', { error }),
    });
  }

  get payoutDestinationId(): string {
    return this.#options.payoutDestinationId;
  }

  start(): void {
    this.#follower.follow(this.payoutDestinationId);
  }

  async lookNow(): Promise<void> {
    await this.#follower.lookNow(this.payoutDestinationId);
  }

  /** A page of the signer's, as Dintero told it last. */
  link(page: SignerPage): JudgedLink | undefined {
    const { approval } = this.#facts;
    return approval && signerLink(approval, page);
  }

  isConfirmed(host: string): boolean {
    return this.#confirmed.has(host);
  }

  /** A person has read this host in full, and trusts it. */
  confirm(host: string): void {
    this.#confirmed.add(host);
    this.#options.onChange();
  }

  view(): SellerView {
    return {
      seller: sellerOf(this.payoutDestinationId, this.#facts),
      ...detailsOf(this.#facts),
      links: signerPages.flatMap((page) => this.#linkView(page)),
      checkedAt: this.#look?.at,
      followed: this.#followed,
      ...(this.#look?.fault && { fault: this.#look.fault }),
    };
  }

  close(): void {
    this.#follower.close();
  }

  #linkView(page: SignerPage): readonly SignerLink[] {
    const link = this.link(page);
    if (!link) return [];
    if (link.kind === 'unsafe') return [{ kind: 'unsafe', page }];
    const { host, href } = link.url;
    const known = link.isDinteros || this.#confirmed.has(host);
    return [{ kind: 'page', page, host, ...(known && { address: href }) }];
  }

  async #lookOnce(): Promise<number | undefined> {
    const { dintero, accountId, payoutDestinationId: id, clock, onChange } = this.#options;
    const client = dintero();
    // Another account knows nothing of this seller.
    const pauseMs =
      client.ok && client.value.accountId === accountId ? await this.#read(client.value, id) : undefined;
    this.#followed = pauseMs !== undefined;
    this.#look ??= { at: clock.now() };
    onChange();
    return pauseMs;
  }

  async #read({ payoutDestinations }: SellersClient, id: string): Promise<number | undefined> {
    const { clock } = this.#options;
    const [approvals, destination] = await Promise.all([
      payoutDestinations.approvalsOf(id, 1),
      payoutDestinations.get(id, 1),
    ]);
    if (approvals.ok) this.#facts = { ...this.#facts, approval: newestOf(approvals.value) };
    if (destination.ok) this.#facts = { ...this.#facts, destination: destination.value };
    // As long as its case runs, a seller is no payout destination yet.
    const failures = [approvals, destination].flatMap((read) =>
      read.ok || isNotFound(read.error) ? [] : [read.error],
    );
    const { approval, destination: known } = this.#facts;
    const why = failures[0]?.fault ?? (approval || known ? undefined : fault('setup.not-found'));
    this.#look = { at: clock.now(), ...(why && { fault: why }) };
    return this.#pause(failures);
  }

  #pause(failures: readonly ApiFailure[]): number | undefined {
    if (failures.length === 2 && failures.every(isNotAllowed)) return undefined;
    const { status } = sellerOf(this.payoutDestinationId, this.#facts);
    if (status !== undefined && settled.has(status) && failures.length === 0) return undefined;
    const followedMs = this.#options.clock.now() - this.#openedAt;
    const usualMs = rhythm.find(({ untilMs }) => followedMs < untilMs)?.pauseMs ?? longPauseMs;
    return Math.max(usualMs, ...failures.map(askedPauseMs));
  }
}

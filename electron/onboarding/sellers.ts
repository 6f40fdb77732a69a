import { isLiveAccount } from '../../shared/account.ts';
import { type Fault, fault, inputFault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import { type SellerForm, readSellerForm } from '../../shared/seller-form.ts';
import type { LinkOutcome, Seller, SellerView, SignerPage } from '../../shared/views/sellers.ts';
import { type ApiFailure, hadNoEffect, isNotAllowed, isPassing, isRefused } from '../dintero/failure.ts';
import type { Clock } from '../support/clock.ts';
import type { Log } from '../support/log.ts';
import { sellersOf } from './seller-facts.ts';
import { SellerWatch, type SellersClient } from './seller-watch.ts';

export interface SellersOptions {
  /** The account that is worked on now. */
  readonly dintero: () => Result<SellersClient>;
  /** Opens a page in the browser of this computer. */
  readonly openPage: (url: URL) => Promise<Result<null>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

/** Which page of the open seller, what is to be done with it, and the host that a person has confirmed, if any. */
export interface LinkRequest {
  readonly page: SignerPage;
  /** Opened in this computer's browser, or shown as a code for the signer's phone. */
  readonly how: 'open' | 'show';
  readonly confirmedHost: string | null;
}

/** The account's sellers: listed, applied for, and followed until money may be paid out to them. */
export class Sellers {
  readonly #options: SellersOptions;
  #open: SellerWatch | undefined;

  constructor(options: SellersOptions) {
    this.#options = options;
  }

  /** Those that are paid out to, and those whose case runs. Needs `read:accounts`. */
  async list(): Promise<Result<readonly Seller[]>> {
    const client = this.#options.dintero();
    if (!client.ok) return client;
    const read = await readSellers(client.value);
    return read.ok ? read : err(read.error.fault);
  }

  /**
   * Applies for a seller, once. When Dintero's reply is lost, the list tells whether the seller is there: it is followed
   * then as any other.
   */
  async apply(form: SellerForm): Promise<Result<null>> {
    const client = this.#options.dintero();
    if (!client.ok) return client;
    const { accountId, payoutDestinations } = client.value;
    const application = readSellerForm(form, {
      now: this.#options.clock.now(),
      testAccount: !isLiveAccount(accountId),
    });
    if (!application.ok) return application;
    const { payoutDestinationId } = application.value;
    const before = await isThere(client.value, payoutDestinationId);
    if (!before.ok && !isNotAllowed(before.error)) return err(before.error.fault);
    if (before.ok && before.value) return err(taken);
    const applied = await payoutDestinations.apply(application.value);
    if (applied.ok) return ok(null);
    if (hadNoEffect(applied.error)) return err(refusal(applied.error));
    const after = await isThere(client.value, payoutDestinationId);
    return after.ok && after.value ? ok(null) : err(fault('setup.seller-unsure'));
  }

  /** Follows a seller from now on, and no other. */
  open(payoutDestinationId: string): Result<null> {
    const client = this.#options.dintero();
    if (!client.ok) return client;
    this.leave();
    this.#open = new SellerWatch({
      ...this.#options,
      accountId: client.value.accountId,
      payoutDestinationId,
    });
    this.#open.start();
    this.#options.onChange();
    return ok(null);
  }

  /** Nobody looks at it any more. */
  leave(): void {
    this.#open?.close();
    this.#open = undefined;
    this.#options.onChange();
  }

  async lookNow(): Promise<void> {
    await this.#open?.lookNow();
  }

  view(): SellerView | null {
    return this.#open?.view() ?? null;
  }

  /** A page of Dintero opens at once; any other host must have been shown to a person, who confirmed just that. */
  async link({ page, how, confirmedHost }: LinkRequest): Promise<Result<LinkOutcome>> {
    const seller = this.#open;
    const link = seller?.link(page);
    if (!seller || !link) return err(fault('setup.link-gone'));
    if (link.kind === 'unsafe') return err(fault('setup.link-unsafe'));
    const { host } = link.url;
    if (!link.isDinteros && confirmedHost === host) seller.confirm(host);
    if (!link.isDinteros && !seller.isConfirmed(host)) return ok({ kind: 'confirm', host });
    if (how === 'open') {
      const opened = await this.#options.openPage(link.url);
      if (!opened.ok) return opened;
    }
    return ok({ kind: 'done' });
  }

  close(): void {
    this.#open?.close();
  }
}

const taken = inputFault('input.seller-id-taken', 'payoutDestinationId');

async function readSellers({
  payoutDestinations,
}: SellersClient): Promise<Result<readonly Seller[], ApiFailure>> {
  const [destinations, approvals] = await Promise.all([
    payoutDestinations.all(),
    payoutDestinations.approvals(),
  ]);
  // One of the two may be closed to this client, or not exist for this account: then the other tells what it knows.
  if (!destinations.ok && (!approvals.ok || isPassing(destinations.error))) return destinations;
  if (!approvals.ok && isPassing(approvals.error)) return approvals;
  return ok(sellersOf(destinations.ok ? destinations.value : [], approvals.ok ? approvals.value : []));
}

async function isThere(client: SellersClient, id: string): Promise<Result<boolean, ApiFailure>> {
  const read = await readSellers(client);
  return read.ok ? ok(read.value.some(({ payoutDestinationId }) => payoutDestinationId === id)) : read;
}

/** Why nothing was created. What Dintero thinks of a form it says in words of its own, which are not documented. */
const refusal = (failure: ApiFailure): Fault =>
  isRefused(failure) ? fault('setup.seller-refused') : failure.fault;

import { type Result, ok } from '../../shared/result.ts';
import type { OtherTill } from '../../shared/views/terminal.ts';
import type { Settings } from '../settings/settings.ts';
import type { Clock } from '../support/clock.ts';
import { readOtherTills } from '../terminals/other-tills.ts';
import type { PairingWizard } from './wizard.ts';

export interface TillsBesideOptions {
  readonly settings: Settings;
  readonly wizard: Pick<PairingWizard, 'payments'>;
  /** The parts of this till's own references in an account, also of one that it has left. */
  readonly ownParts: (accountId: string) => readonly string[];
  readonly clock: Clock;
}

/** What the wizard finds out of other tills in the account that is being paired. */
export class TillsBeside {
  readonly #options: TillsBesideOptions;

  constructor(options: TillsBesideOptions) {
    this.#options = options;
  }

  /** Who else has used these terminals in the last hours. */
  async onTerminals(terminalIds: readonly string[]): Promise<Result<OtherTill[]>> {
    return await this.#read(terminalIds.map((terminalId) => ({ terminalId })));
  }

  /** Who else has taken payments in the store in the last hours. */
  async inStore(): Promise<Result<OtherTill[]>> {
    const storeId = this.#options.settings.get('pairingDraft')?.store?.storeId;
    return await this.#read(storeId === undefined ? [] : [{ storeId }]);
  }

  async #read(places: Parameters<typeof readOtherTills>[1]): Promise<Result<OtherTill[]>> {
    const { settings, wizard, ownParts, clock } = this.#options;
    const accountId = settings.get('pairingDraft')?.accountId;
    if (places.length === 0 || accountId === undefined) return ok([]);
    const client = wizard.payments();
    return client.ok ? await readOtherTills(client.value, places, clock, ownParts(accountId)) : client;
  }
}

import { z } from 'zod';
import { type Result, ok } from '../../shared/result.ts';
import type { ApiFailure } from './failure.ts';
import type { DinteroHttp } from './http.ts';

/** What an API client needs to read stores, terminals and payout destinations. */
const accountScope = 'read:accounts';
/** What it needs to read payment profiles. */
const profileScope = 'read:checkout';

/** A store. `store_id` is the merchant's and goes into sessions; `id` is Dintero's own. */
const storeSchema = z.object({
  store_id: z.string().min(1),
  id: z.string().optional(),
  store_name: z.string().optional(),
  payout_destination: z
    .object({ payout_destination_id: z.string(), status: z.string().optional() })
    .optional(),
});
export type Store = z.infer<typeof storeSchema>;

const terminalSchema = z.object({
  terminal_id: z.string().min(1),
  device_serial_number: z.string().optional(),
  device_model: z.string().optional(),
  store_id: z.string().optional(),
  status: z.string().optional(),
  status_reason: z.string().optional(),
});
export type Terminal = z.infer<typeof terminalSchema>;

const payoutDestinationSchema = z.object({
  payout_destination_id: z.string().min(1),
  case_status: z.string().optional(),
});
export type PayoutDestination = z.infer<typeof payoutDestinationSchema>;

const profileSchema = z.object({
  profile_id: z.string().min(1),
  description: z.string().optional(),
  configuration: z
    .object({
      seitatech: z.object({ in_person: z.object({ enabled: z.boolean().optional() }).optional() }).optional(),
    })
    .optional(),
});
export type Profile = z.infer<typeof profileSchema>;

const profileListSchema = z.union([
  z.array(profileSchema),
  z.object({ profiles: z.array(profileSchema) }).transform((list) => list.profiles),
]);

const rawPageSchema = z.record(z.string(), z.unknown());

/** A page of a management list; `starting_after` asks for the next one (unlike the transaction list). */
const pageSchema = <Entry extends z.ZodType>(
  key: string,
  entry: Entry,
): z.ZodType<{ entries: z.infer<Entry>[]; next?: string | undefined }> =>
  z.preprocess(
    (raw) => {
      const page = rawPageSchema.safeParse(raw);
      return page.success ? { entries: page.data[key], next: page.data['starting_after'] } : raw;
    },
    z.object({ entries: z.array(entry), next: z.string().optional() }),
  );

/** More pages than this is not a list that a person picks from. */
const mostPages = 50;
const pageSize = '100';

/**
 * Stores, terminals and payout destinations of an account, and its payment profiles. An ordinary checkout client may
 * often not read them: that is a 403 with the scope it lacks.
 */
export class Management {
  readonly #http: DinteroHttp;
  readonly #account: string;

  constructor(http: DinteroHttp, accountId: string) {
    this.#http = http;
    this.#account = `/v1/accounts/${accountId}`;
  }

  /** All of the account, over all pages. Needs `read:accounts`. */
  async stores(): Promise<Result<readonly Store[], ApiFailure>> {
    return await this.#list('stores', storeSchema, {});
  }

  /** All of one store, named by the merchant's own id. Needs `read:accounts`. */
  async terminals(storeId: string): Promise<Result<readonly Terminal[], ApiFailure>> {
    return await this.#list('terminals', terminalSchema, { store_id: storeId });
  }

  /** One look, without another try: whoever follows a status has a rhythm. */
  async terminal(terminalId: string): Promise<Result<Terminal, ApiFailure>> {
    return await this.#http.read({
      host: 'api',
      path: `${this.#account}/terminals/${encodeURIComponent(terminalId)}`,
      schema: terminalSchema,
      tries: 1,
      detail: { scope: accountScope },
    });
  }

  /** What pairing wants to know is `case_status`: whether money may be paid out at all. */
  async payoutDestination(payoutDestinationId: string): Promise<Result<PayoutDestination, ApiFailure>> {
    return await this.#http.read({
      host: 'api',
      path: `${this.#account}/payout-destinations/${encodeURIComponent(payoutDestinationId)}`,
      schema: payoutDestinationSchema,
      detail: { scope: accountScope },
    });
  }

  /** Every profile, also those that enable no terminal. Needs `read:checkout`. */
  async profiles(): Promise<Result<readonly Profile[], ApiFailure>> {
    return await this.#http.read({
      host: 'checkout',
      path: '/v1/admin/session/profiles',
      schema: profileListSchema,
      detail: { scope: profileScope },
    });
  }

  async #list<Entry extends z.ZodType>(
    key: 'stores' | 'terminals',
    entry: Entry,
    filter: Readonly<Record<string, string>>,
  ): Promise<Result<readonly z.infer<Entry>[], ApiFailure>> {
    const all: z.infer<Entry>[] = [];
    let next: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const read = await this.#http.read({
        host: 'api',
        path: `${this.#account}/${key}`,
        query: { ...filter, limit: pageSize, starting_after: next },
        schema: pageSchema(key, entry),
        detail: { scope: accountScope },
      });
      if (!read.ok) return read;
      all.push(...read.value.entries);
      next = read.value.next;
      if (next === undefined || next === '' || read.value.entries.length === 0) break;
    }
    return ok(all);
  }
}

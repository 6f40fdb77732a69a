import { z } from 'zod';
import type { Result } from '../../shared/result.ts';
import type { ApiFailure } from './failure.ts';
import type { DinteroHttp } from './http.ts';
import { scopes } from './scopes.ts';

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

/** The payment profiles of an account. */
export class Profiles {
  readonly #http: DinteroHttp;

  constructor(http: DinteroHttp) {
    this.#http = http;
  }

  /** Every profile, also those that enable no terminal. Needs `read:checkout`. */
  async all(): Promise<Result<readonly Profile[], ApiFailure>> {
    return await this.#http.read({
      host: 'checkout',
      path: '/v1/admin/session/profiles',
      schema: profileListSchema,
      detail: { scope: scopes.readCheckout },
    });
  }
}

import { z } from 'zod';

/** A store of the account. */
export const storeSchema = z
  .object({
    /** The merchant's own: it goes into payments. */
    storeId: z.string(),
    /** Dintero's own: what Dintero's people ask for. */
    dinteroId: z.string().optional(),
    name: z.string(),
    organisationNumber: z.string().optional(),
    payoutDestinationId: z.string().optional(),
    /** The case status of the payout destination, when it may be read. Only ACTIVE can take payments. */
    payoutStatus: z.string().optional(),
    terminals: z.int().optional(),
  })
  .readonly();
export type StoreView = z.infer<typeof storeSchema>;

/** A payout destination that a store may be tied to. */
export const storeSellerSchema = z
  .object({
    payoutDestinationId: z.string(),
    name: z.string().optional(),
    status: z.string().optional(),
    organisationNumber: z.string().optional(),
    /** Where it is registered: ISO 3166-1 alpha-2. */
    country: z.string().optional(),
    /** A person, who has no organisation number. */
    individual: z.boolean(),
  })
  .readonly();
export type StoreSeller = z.infer<typeof storeSellerSchema>;

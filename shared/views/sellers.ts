import { z } from 'zod';
import { faultSchema } from '../fault.ts';
import { millisecondsSchema } from '../moment.ts';

/** Sellers, which Dintero calls payout destinations: who an account's money is paid out to. */

/** A seller in a list, as far as its application or the payout destination itself tells of it. */
export const sellerSchema = z
  .object({
    payoutDestinationId: z.string(),
    /** Dintero's `case_status`; absent when it is not told. Only ACTIVE can carry a store. */
    status: z.string().optional(),
    name: z.string().optional(),
    /** `company`, `individual`, or what a newer Dintero says. */
    type: z.string().optional(),
    organisationNumber: z.string().optional(),
    stores: z.int().optional(),
    terminals: z.int().optional(),
  })
  .readonly();
export type Seller = z.infer<typeof sellerSchema>;

/** The pages that the signer goes through: first the declaration, then the contract. Other links are Dintero's own. */
export const signerPageSchema = z.enum(['declaration', 'contract']);
export type SignerPage = z.infer<typeof signerPageSchema>;

/**
 * A link for the signer. `address` is there for pages of Dintero, and for others once a person has confirmed the host;
 * a link that is no https is never given out.
 */
export const signerLinkSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('page'),
      page: signerPageSchema,
      /** With the port, when it names one. */
      host: z.string(),
      address: z.string().optional(),
    })
    .readonly(),
  z.object({ kind: z.literal('unsafe'), page: signerPageSchema }).readonly(),
]);
export type SignerLink = z.infer<typeof signerLinkSchema>;

/** The seller that is open, followed until its case is settled. */
export const sellerViewSchema = z
  .object({
    seller: sellerSchema,
    links: z.array(signerLinkSchema).readonly(),
    payoutReference: z.string().optional(),
    /** `daily`, `weekly`, `monthly`, `manual`, or what a newer Dintero says. */
    payoutInterval: z.string().optional(),
    /** The last digits of the bank account. */
    accountTail: z.string().optional(),
    signerName: z.string().optional(),
    signerEmail: z.string().optional(),
    checkedAt: millisecondsSchema.optional(),
    /** Whether it is still being looked at by itself. */
    followed: z.boolean(),
    /** Why the last look brought nothing. */
    fault: faultSchema.optional(),
  })
  .readonly();
export type SellerView = z.infer<typeof sellerViewSchema>;

/** A link was opened or shown, or its host must be confirmed by a person first. */
export const linkOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }).readonly(),
  z.object({ kind: z.literal('confirm'), host: z.string() }).readonly(),
]);
export type LinkOutcome = z.infer<typeof linkOutcomeSchema>;

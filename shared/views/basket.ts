import { z } from 'zod';
import { basketSchema } from '../basket.ts';
import { faultSchema } from '../fault.ts';
import { currencySchema, minorUnitsSchema } from '../money.ts';
import { vatRateSchema } from '../vat.ts';

/** The basket and the products. */

export const vatTotalSchema = z
  .object({ rate: vatRateSchema, amount: minorUnitsSchema, vat: minorUnitsSchema })
  .readonly();

export const basketViewSchema = z
  .object({
    basket: basketSchema,
    currency: currencySchema,
    total: minorUnitsSchema,
    vat: z.array(vatTotalSchema).readonly(),
    canUndo: z.boolean(),
    /** Why Charge would be refused now, other than an empty basket. */
    blocked: faultSchema.optional(),
  })
  .readonly();
export type BasketView = z.infer<typeof basketViewSchema>;

export const productSchema = z
  .object({
    productId: z.string(),
    name: z.string(),
    unitPrice: minorUnitsSchema,
    vatRate: vatRateSchema,
    group: z.string(),
  })
  .readonly();
export type Product = z.infer<typeof productSchema>;

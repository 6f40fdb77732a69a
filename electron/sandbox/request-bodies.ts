import { z } from 'zod';
import { type Reply, refuse } from './reply.ts';

/**
 * The bodies that Dintero documents, and nothing beyond them: a misspelt field is refused here, so that it is found in a
 * test and not in a shop. https://docs.dintero.com/checkout-api
 */

const int32 = z.int().min(-2_147_483_648).max(2_147_483_647);
const positive = int32.min(1);
const text = z.string().min(1);
const unread = z.unknown().optional();

const loopback = /^https?:\/\/(localhost|127\.|\[::1\])/i;

const vatPercent = z
  .number()
  .min(0)
  .max(100)
  .refine((percent) => Number.isInteger(Math.round(percent * 1e8) / 1e6), 'At most two decimals');

const discountLines = z
  .array(
    z.strictObject({
      amount: int32.optional(),
      percentage: z.number().min(0).max(100).optional(),
      discount_type: z
        .enum(['customer', 'periodic', 'manual', 'loyalty', 'total', 'employee', 'external'])
        .optional(),
      discount_id: z.string().optional(),
      description: z.string().optional(),
      line_id: z.number().optional(),
    }),
  )
  .optional();

const itemSchema = z.strictObject({
  id: text.optional(),
  line_id: text.optional(),
  description: z.string().optional(),
  quantity: z.number().optional(),
  amount: int32,
  vat_amount: int32.optional(),
  vat: vatPercent.optional(),
  type: z.enum(['physical', 'digital', 'service', 'gift_card', 'shipping', 'surcharge']).optional(),
  groups: unread,
  unit_volume: unread,
  unit_weight: unread,
  unit_dimensional_weight: unread,
  splits: unread,
  fee_split: unread,
  thumbnail_url: unread,
  store: unread,
  emd: unread,
  eligible_for_discount: unread,
  is_changed: unread,
  discount_lines: discountLines,
});

const mostItems = 100;

const orderSchema = z.strictObject({
  amount: positive,
  currency: z.string().regex(/^[A-Z]{3}$/),
  merchant_reference: text,
  merchant_reference_2: z.string().optional(),
  vat_amount: int32.optional(),
  event_reference: z.string().optional(),
  partial_payment: z.boolean().optional(),
  items: z
    .array(itemSchema)
    .max(mostItems)
    .refine((items) => hasUniqueLines(items), 'line_id must be unique')
    .optional(),
  store: z.strictObject({
    id: text,
    terminal_id: text,
    payout_destination_id: text,
    name: unread,
    business_name: unread,
    address: unread,
    chain: unread,
    email: unread,
    gln: unread,
    organization_number: unread,
    phone_number: unread,
    mcc: unread,
    bax: unread,
  }),
  shipping_option: z.looseObject({ amount: int32 }).optional(),
  shipping_address: unread,
  billing_address: unread,
  discount_lines: discountLines,
  discount_codes: unread,
  gift_cards: unread,
  payout_destination_id: unread,
});

export const sessionBodySchema = z.strictObject({
  url: z.strictObject({
    return_url: text,
    callback_url: z
      .url({ protocol: /^https$/ })
      .refine((url) => !loopback.test(url), 'Not reachable from the outside')
      .optional(),
    merchant_terms_url: z.string().optional(),
  }),
  order: orderSchema,
  profile_id: text,
  configuration: z.record(z.string(), z.unknown()).optional(),
  expires_at: z.iso.datetime().optional(),
  customer: unread,
  checkboxes: unread,
  merchant: unread,
  express: unread,
  metadata: z.record(z.string(), z.unknown()).optional(),
});
export type SessionBody = z.infer<typeof sessionBodySchema>;

const operationMetadata = z.record(z.string().regex(/^ext_/).max(128), z.string().max(256)).optional();

const operationItemSchema = z.strictObject({
  line_id: text,
  amount: positive,
  quantity: z.number().positive().optional(),
  description: z.string().optional(),
  discount_lines: discountLines,
});

export const refundBodySchema = z.strictObject({
  amount: positive,
  terminal_id: text.optional(),
  reason: z.string().optional(),
  refund_reference: z.string().optional(),
  items: z
    .array(operationItemSchema)
    .refine((items) => hasUniqueLines(items), 'line_id must be unique')
    .optional(),
  metadata: operationMetadata,
});
export type RefundBody = z.infer<typeof refundBodySchema>;

export const captureBodySchema = z.strictObject({
  amount: positive,
  capture_reference: z.string().optional(),
  items: z.array(operationItemSchema).optional(),
  final_capture: z.boolean().optional(),
  metadata: operationMetadata,
});

export const updateBodySchema = z.strictObject({ merchant_reference_2: z.string() });

/** https://docs.dintero.com/api-reference/account-stores/aid_account_management_stores_post */
export const storeBodySchema = z.strictObject({
  store_id: text.optional(),
  store_name: text,
  organization: z
    .strictObject({
      organization_number: text,
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      type: z.enum(['main_unit', 'sub_unit']).optional(),
    })
    .optional(),
  payout_destination: z.strictObject({ payout_destination_id: text }).optional(),
  phone_number: unread,
  email: unread,
  address: unread,
  website: unread,
  coordinates: unread,
});
export type StoreBody = z.infer<typeof storeBodySchema>;

/** https://docs.dintero.com/management-auth-api/account-terminals/aid_account_management_terminals_post */
export const terminalBodySchema = z.strictObject({
  device_serial_number: text,
  store_id: text,
  device_model: text.optional(),
});
export type TerminalBody = z.infer<typeof terminalBodySchema>;

export const terminalChangeSchema = z.strictObject({
  store_id: text.optional(),
  device_model: text.optional(),
});
export type TerminalChange = z.infer<typeof terminalChangeSchema>;

export const operationBodySchema = z.strictObject({
  terminal_id: text,
  operation: z.enum(['end_of_day', 'send_logs', 'check_update', 'open_menu']),
  parameters: z.strictObject({ operator_id: text.optional() }).optional(),
});
export type OperationBody = z.infer<typeof operationBodySchema>;

export const tokenBodySchema = z.strictObject({
  grant_type: z.literal('client_credentials'),
  audience: text,
});

/** Reads a body, or says what is wrong with it in Dintero's shape. */
export function readBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): { readonly value: z.infer<Schema> } | Reply {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { value: parsed.data };
  return refuse(400, 'Validation failed', {
    errors: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  });
}

function hasUniqueLines(items: readonly { readonly line_id?: string | undefined }[]): boolean {
  const lines = items.flatMap(({ line_id: line }) => (line === undefined ? [] : [line]));
  return new Set(lines).size === lines.length;
}

import { z } from 'zod';
import { approvalBodySchema } from './approval-body.ts';

/**
 * What the sandbox holds, in the shapes that Dintero serves. Amounts in minor units, times as ISO 8601 in UTC. All of it
 * is one JSON document, so that a sandbox can be closed and opened again.
 */

const text = z.string().min(1);
const headersSchema = z.record(z.string(), z.string());

const orderItemSchema = z.looseObject({
  line_id: z.string().optional(),
  quantity: z.number().optional(),
  amount: z.int(),
});
export type OrderItem = z.infer<typeof orderItemSchema>;

const storeReferenceSchema = z.looseObject({
  id: text,
  terminal_id: text,
  payout_destination_id: text,
});

const orderSchema = z.looseObject({
  amount: z.int(),
  currency: text,
  merchant_reference: text,
  merchant_reference_2: z.string().optional(),
  items: z.array(orderItemSchema).optional(),
  store: storeReferenceSchema,
});
export type Order = z.infer<typeof orderSchema>;

const sessionEventSchema = z.object({
  id: text,
  name: text,
  created_at: text,
  details: z.record(z.string(), z.unknown()).optional(),
});

const sessionSchema = z.object({
  id: text,
  created_at: text,
  updated_at: text,
  expires_at: text,
  url: z.record(z.string(), z.unknown()),
  order: orderSchema,
  metadata: z.record(z.string(), z.unknown()),
  initiating_system_request_headers: headersSchema,
  events: z.array(sessionEventSchema),
  transaction_id: text.optional(),
  cancelled_by: text.optional(),
  cancelled_at: text.optional(),
});
export type Session = z.infer<typeof sessionSchema>;

const eventErrorSchema = z.object({
  code: z.string().optional(),
  message: z.string(),
  type: z.array(z.string()).optional(),
  result_code: z.string().optional(),
});

const transactionEventSchema = z.object({
  id: text,
  event: text,
  transaction_status: text,
  success: z.boolean(),
  created_at: text,
  amount: z.int().optional(),
  items: z.array(orderItemSchema).optional(),
  error: eventErrorSchema.optional(),
  request_id: text.optional(),
  correlation_request_id: text.optional(),
  event_reference: text.optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  request_headers: headersSchema.optional(),
});
export type TransactionEvent = z.infer<typeof transactionEventSchema>;

const cardSchema = z.object({
  brand: text,
  masked_pan: text,
  expiry_date: text,
  type: text,
  entry_method: text,
});
export type Card = z.infer<typeof cardSchema>;

const transactionSchema = z.object({
  id: text,
  session_id: text,
  payment_product: z.literal('seitatech'),
  payment_product_type: z.literal('seitatech.in_person'),
  amount: z.int(),
  currency: text,
  status: text,
  settlement_status: z.literal('NOT_SETTLED'),
  channel: z.literal('in_store'),
  merchant_reference: text,
  merchant_reference_2: z.string().optional(),
  payout_destination_id: text,
  store: storeReferenceSchema,
  items: z.array(orderItemSchema).optional(),
  card: cardSchema.optional(),
  events: z.array(transactionEventSchema),
  created_at: text,
  updated_at: text,
});
export type Transaction = z.infer<typeof transactionSchema>;

/** A refund that has not ended. */
const runningRefundSchema = z.object({
  requestId: text,
  transactionId: text,
  /** The terminal on which the customer confirms, when one was named. */
  terminalId: text.optional(),
  amount: z.int(),
  items: z.array(orderItemSchema).optional(),
  reference: text.optional(),
});
export type RunningRefund = z.infer<typeof runningRefundSchema>;

const payoutDestinationSchema = z.object({
  payout_destination_id: text,
  id: text.optional(),
  case_status: text,
  type: z.enum(['company', 'individual']),
  payout_destination_name: text,
  organization: z.object({ organization_number: text, country: text.optional() }).optional(),
  individual: z.record(z.string(), z.unknown()).optional(),
  bank_accounts: z.array(z.record(z.string(), z.unknown())).optional(),
  payout_interval_type: z.enum(['day', 'week', 'month', 'manual']).optional(),
});
export type PayoutDestination = z.infer<typeof payoutDestinationSchema>;

/** The case of a seller: what was applied for, and how far it has come. */
const approvalSchema = approvalBodySchema.safeExtend({
  type: z.enum(['company', 'individual']),
  id: text,
  created_at: text,
  updated_at: text,
  /** One of Dintero's, or any other word, for clients that must bear with one. */
  case_status: text,
  /** The statuses that it will go through. Not served. */
  ahead: z.array(text),
  /** What makes its links hard to guess. Not served by itself. */
  token: text,
});
export type Approval = z.infer<typeof approvalSchema>;

const storeSchema = z.object({
  store_id: text,
  id: text,
  store_name: text,
  /** `DELETED`, or nothing: the other words are not documented. */
  status: text.optional(),
  /** A store without one takes no payments. */
  payout_destination_id: text.optional(),
  organization: z
    .object({ organization_number: text, country: text.optional(), type: text.optional() })
    .optional(),
});
export type Store = z.infer<typeof storeSchema>;

const profileSchema = z.object({
  profile_id: text,
  created_at: text,
  description: z.string(),
  configuration: z.record(z.string(), z.unknown()),
});

/** What a terminal asks the customer for. `shown` is false while it has not come to that yet. */
const promptSchema = z.object({
  kind: z.enum(['sale', 'refund']),
  /** The session's id, or the refund's request id. */
  subject: text,
  shown: z.boolean(),
});
export type Prompt = z.infer<typeof promptSchema>;

const displayResultSchema = z.enum(['approved', 'declined', 'cancelled', 'refunded', 'timed-out']);
export type DisplayResult = z.infer<typeof displayResultSchema>;

const terminalSchema = z.object({
  terminal_id: text,
  id: text,
  created_at: text,
  device_serial_number: text,
  device_model: text.optional(),
  store_id: text,
  /** One of Dintero's, or any other word, for clients that must bear with one. */
  status: text,
  status_reason: text.optional(),
  plugged: z.boolean(),
  /** The first is the one on the display; others wait for it. */
  prompts: z.array(promptSchema),
  lastResult: displayResultSchema.optional(),
  /** Its menu is open: it was asked to show it, so that a person sees which device it is. */
  menu: z.boolean().optional(),
});
export type Terminal = z.infer<typeof terminalSchema>;

const operationSchema = z.object({
  id: text,
  account_id: text,
  terminal_id: text,
  operation: z.enum(['check_update', 'send_logs', 'open_menu', 'end_of_day']),
  status: text,
  created_at: text,
  updated_at: text,
  parameters: z.object({ operator_id: z.string().optional() }).optional(),
  result: z.record(z.string(), z.union([z.string(), z.int()])).optional(),
  idempotencyKey: text.optional(),
});
/** What a terminal was asked to do that is no payment. */
export type Operation = z.infer<typeof operationSchema>;

export const apiClientSchema = z.object({ clientId: text, clientSecret: text, scopes: z.array(text) });
export type ApiClient = z.infer<typeof apiClientSchema>;

const ledgerEntrySchema = z.object({
  at: text,
  what: z.enum(['session', 'prompt', 'authorized', 'captured', 'voided', 'refunded']),
  reference: text,
  terminalId: text.optional(),
  amount: z.int(),
  currency: text,
});
/** Something that the bank and the terminal did for certain, whatever anybody was told of it. */
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

const taskKinds = [
  'prompt',
  'answer',
  'give-up',
  'stop-prompt',
  'capture',
  'approve-late',
  'end-refund',
  'clear-display',
  'provision',
  'end-operation',
  'close-menu',
  'approval-step',
] as const;

const taskSchema = z.object({ at: z.int(), kind: z.enum(taskKinds), subject: text });
/** Something that will happen by itself. `at` is in ms since 1970. */
export type Task = z.infer<typeof taskSchema>;

export const stateSchema = z.object({
  accountId: z.string().regex(/^T\d{8}$/),
  clients: z.array(apiClientSchema),
  payoutDestinations: z.array(payoutDestinationSchema),
  approvals: z.array(approvalSchema).default([]),
  stores: z.array(storeSchema),
  profiles: z.array(profileSchema),
  terminals: z.array(terminalSchema),
  sessions: z.array(sessionSchema),
  transactions: z.array(transactionSchema),
  runningRefunds: z.array(runningRefundSchema),
  operations: z.array(operationSchema).default([]),
  ledger: z.array(ledgerEntrySchema),
  tasks: z.array(taskSchema),
});
export type State = z.infer<typeof stateSchema>;

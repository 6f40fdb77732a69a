import { z } from 'zod';
import { faultSchema } from '../fault.ts';
import { millisecondsSchema } from '../moment.ts';
import { minorUnitsSchema } from '../money.ts';

/** What a terminal is asked to do that is no payment, as Dintero names it. */
export const operationKindSchema = z.enum(['check_update', 'open_menu', 'send_logs', 'end_of_day']);
export type OperationKind = z.infer<typeof operationKindSchema>;

/**
 * Where an operation stands. `asking`: on its way to Dintero, or asked for again after a lost reply; `waiting`: the terminal
 * is busy, and it is asked again at `againAt`; `running`: Dintero has it. The others are ends: `unknown` when none was told
 * in time, `refused` when it was never started.
 */
export const operationStateSchema = z.enum([
  'asking',
  'waiting',
  'running',
  'completed',
  'failed',
  'timeout',
  'unknown',
  'refused',
]);
export type OperationState = z.infer<typeof operationStateSchema>;

/** Figures of a terminal's end of day, as far as it told them. Amounts in minor units of the till's currency. */
export const endOfDaySchema = z
  .object({
    outcome: z.string().optional(),
    batchId: z.string().optional(),
    startOfDayAt: millisecondsSchema.optional(),
    lastEndOfDayAt: millisecondsSchema.optional(),
    purchases: z.int().optional(),
    purchasesAmount: minorUnitsSchema.optional(),
    reversals: z.int().optional(),
    reversalsAmount: minorUnitsSchema.optional(),
    saleAmount: minorUnitsSchema.optional(),
    tipAmount: minorUnitsSchema.optional(),
  })
  .readonly();
export type EndOfDay = z.infer<typeof endOfDaySchema>;

/** One operation on a terminal: one that runs, or the last of its kind. */
export const operationViewSchema = z
  .object({
    terminalId: z.string(),
    kind: operationKindSchema,
    state: operationStateSchema,
    startedAt: millisecondsSchema,
    endedAt: millisecondsSchema.optional(),
    /** When a busy terminal is asked again. */
    againAt: millisecondsSchema.optional(),
    /** What is waited for is a payment or refund of this till on the terminal. */
    heldBy: z.string().optional(),
    /** Dintero's word for where it stands, when it is one that we do not know. */
    word: z.string().optional(),
    /** Why it was refused, or what kept its end from being seen. */
    fault: faultSchema.optional(),
    endOfDay: endOfDaySchema.optional(),
    /** The terminal's software, when an operation told it. */
    firmware: z.string().optional(),
  })
  .readonly();
export type OperationView = z.infer<typeof operationViewSchema>;

/** The operations that run, and the last of each kind on each terminal. */
export const operationsViewSchema = z.array(operationViewSchema).readonly();

/** Whether it has not come to its end. */
export const isOperationRunning = ({ state }: Pick<OperationView, 'state'>): boolean =>
  state === 'asking' || state === 'waiting' || state === 'running';

import { z } from 'zod';
import { millisecondsSchema } from '../../shared/moment.ts';
import { type EndOfDay, operationViewSchema } from '../../shared/views/operations.ts';
import type { TerminalOperation } from '../dintero/operations.ts';

/** An operation as the settings keep it, so that one that runs is followed after a restart. */
export const keptOperationSchema = operationViewSchema
  .unwrap()
  .extend({
    /** Its `Idempotency-Key`: one for each press of a button, however often it is asked for. */
    key: z.uuid(),
    accountId: z.string(),
    /** Who closes the terminal's day. */
    operatorId: z.string().optional(),
    /** Dintero's id, once it is known. */
    operationId: z.string().optional(),
    /** A reply to its start was lost: Dintero may have it. */
    mayHaveStarted: z.boolean().optional(),
    /** How often it was asked for. */
    asked: z.int(),
    /** When the till stops asking, or following. */
    deadlineAt: millisecondsSchema,
  })
  .readonly();
export type KeptOperation = z.infer<typeof keptOperationSchema>;

/** What a completed operation brought that is worth showing. */
export function broughtBy(
  { kind }: Pick<KeptOperation, 'kind'>,
  { result }: TerminalOperation,
): Pick<KeptOperation, 'endOfDay' | 'firmware'> {
  if (!result) return {};
  const firmware = result.software_version ?? result.firmware_version;
  return {
    ...(kind === 'end_of_day' && { endOfDay: figuresOf(result) }),
    ...(firmware !== undefined && { firmware }),
  };
}

/** As far as they are there and can be read. */
const figuresOf = (result: NonNullable<TerminalOperation['result']>): EndOfDay => ({
  outcome: result.outcome,
  batchId: result.batch_id,
  startOfDayAt: momentOf(result.start_of_day_at),
  lastEndOfDayAt: momentOf(result.last_end_of_day_at),
  purchases: result.purchases_count,
  purchasesAmount: result.purchases_amount,
  reversals: result.reversals_count,
  reversalsAmount: result.reversals_amount,
  saleAmount: result.sale_amount,
  tipAmount: result.tip_amount,
});

function momentOf(iso: string | undefined): number | undefined {
  const at = iso === undefined ? Number.NaN : Date.parse(iso);
  return Number.isNaN(at) ? undefined : at;
}

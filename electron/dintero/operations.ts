import { z } from 'zod';
import { minorUnitsSchema } from '../../shared/money.ts';
import { type Result, ok } from '../../shared/result.ts';
import type { OperationKind } from '../../shared/views/operations.ts';
import type { ApiFailure } from './failure.ts';
import type { DinteroHttp } from './http.ts';
import { scopes } from './scopes.ts';

/** How long the reply to a start is waited for, in ms. */
const startTimeoutMs = 15_000;

const text = z.string().optional().catch(undefined);
const count = z.int().optional().catch(undefined);
const amount = minorUnitsSchema.optional().catch(undefined);

/** What an operation brought. The figures are documented for the end of day alone; amounts in minor units. */
const resultSchema = z
  .object({
    outcome: text,
    batch_id: z
      .union([z.string(), z.int().transform(String)])
      .optional()
      .catch(undefined),
    start_of_day_at: text,
    last_end_of_day_at: text,
    purchases_count: count,
    purchases_amount: amount,
    reversals_count: count,
    reversals_amount: amount,
    sale_amount: amount,
    tip_amount: amount,
    // Not documented: told if a terminal tells it.
    software_version: text,
    firmware_version: text,
  })
  .nullish()
  .catch(undefined);

/** `status` is `PENDING`, `COMPLETED`, `FAILED`, `TIMEOUT`, or a word that we do not know. */
const operationSchema = z.object({
  id: z.string().min(1),
  terminal_id: z.string().optional(),
  operation: z.string().optional(),
  status: z.string(),
  created_at: text,
  result: resultSchema,
});
export type TerminalOperation = z.infer<typeof operationSchema>;

/**
 * What a terminal can be asked to do that is no payment.
 * https://docs.dintero.com/docs/checkout/in-person/terminal-operations
 */
export class TerminalOperations {
  readonly #http: DinteroHttp;

  constructor(http: DinteroHttp) {
    this.#http = http;
  }

  /**
   * Starts an operation. Dintero gives the same operation to the same `Idempotency-Key`, so this is the one POST that may
   * be asked for again after its reply was lost. 409: the terminal is busy with another.
   */
  async start(
    key: string,
    {
      terminalId,
      kind,
      operatorId,
    }: {
      readonly terminalId: string;
      readonly kind: OperationKind;
      readonly operatorId?: string | undefined;
    },
  ): Promise<Result<TerminalOperation, ApiFailure>> {
    const answer = await this.#http.write({
      host: 'checkout',
      path: '/v1/admin/terminals/operations',
      headers: { 'idempotency-key': key },
      body: {
        terminal_id: terminalId,
        operation: kind,
        ...(operatorId !== undefined && { parameters: { operator_id: operatorId } }),
      },
      schema: operationSchema,
      timeoutMs: startTimeoutMs,
      detail: { scope: scopes.writeTerminalOperations },
    });
    return answer.ok ? ok(answer.value.body) : answer;
  }

  /** One look at the operations of a terminal, or at one of them; whoever follows it has a rhythm. */
  async find(
    terminalId: string,
    operationId?: string,
  ): Promise<Result<readonly TerminalOperation[], ApiFailure>> {
    return await this.#http.read({
      host: 'checkout',
      path: '/v1/admin/terminals/operations',
      query: { terminal_id: terminalId, operation_id: operationId },
      schema: z.array(operationSchema),
      tries: 1,
      detail: { scope: scopes.readTerminalOperations },
    });
  }
}

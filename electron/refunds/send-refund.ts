import type { FaultCode } from '../../shared/fault.ts';
import type { Refund, RefundEvidence } from '../../shared/refund.ts';
import type { DinteroClient } from '../dintero/client.ts';
import { hadNoEffect } from '../dintero/failure.ts';
import type { Log } from '../support/log.ts';

export interface SendRefundOptions {
  readonly dintero: Pick<DinteroClient, 'transactions' | 'token'>;
  readonly log: Log;
}

/** The one request that moves the money (rule R2), and what came back. */
export async function sendRefund(
  refund: Refund,
  { dintero, log }: SendRefundOptions,
): Promise<RefundEvidence> {
  const answer = await dintero.transactions.refund(refund.transactionId, {
    amount: refund.amount.amount,
    reason: refund.reason,
    reference: refund.reference,
    ...(refund.terminalId !== undefined && { terminalId: refund.terminalId }),
    items: refund.items.map(({ lineId, amount, quantity }) => ({
      lineId,
      amount,
      ...(quantity !== undefined && { quantity }),
    })),
  });
  if (answer.ok) {
    const requestId = answer.value.eventRequestId;
    return { kind: 'accepted', ...(requestId !== undefined && { requestId }) };
  }
  const { code } = answer.error.fault;
  log.warn('refunds.failed', { reference: refund.reference, ...answer.error });
  if (code === 'setup.login') void dintero.token.renew();
  return hadNoEffect(answer.error)
    ? { kind: 'refused', code: refusalCode(code) }
    : { kind: 'reply-lost', code };
}

/** A refund call that Dintero turned down for what it said. */
const refusalCode = (code: FaultCode): FaultCode =>
  code === 'setup.rejected' || code === 'setup.not-found' || code === 'setup.rights'
    ? 'terminal.refund-refused'
    : code;

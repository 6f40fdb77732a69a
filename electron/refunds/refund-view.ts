import { type Fault, fault } from '../../shared/fault.ts';
import { type Refund, refundHoldsTerminal } from '../../shared/refund.ts';
import type { RefundView } from '../../shared/views/refund.ts';

/** What the last look at Dintero brought, for the screen. */
export interface LastLook {
  readonly at: number;
  readonly fault?: Fault;
}

/** The refund screen of a refund that was sent. */
export function refundView(refund: Refund, look: LastLook | undefined): RefundView {
  const why = endFault(refund) ?? look?.fault;
  return {
    refund,
    ...(look && { lastCheckedAt: look.at }),
    ...(why && { fault: why }),
  };
}

/** Why a refund ended as it did, or why nobody knows. */
export const endFault = ({ cause, reference }: Refund): Fault | undefined =>
  cause === undefined ? undefined : fault(cause, { reference });

/** Only where nobody can tell whether the terminal still asks: a person must look at its display (rule P16). */
export const canFreeTerminal = (refund: Refund): boolean =>
  refund.state === 'unknown' && refundHoldsTerminal(refund);

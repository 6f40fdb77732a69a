import { randomBytes, randomUUID } from 'node:crypto';
import type { ApprovalBody } from './approval-body.ts';
import type { Approval, PayoutDestination } from './records.ts';
import { type Reply, refuse } from './reply.ts';
import { type World, timeOf } from './world.ts';

/** What a description asks of a test account, and the way that the case goes then. */
const toldOutcomes: Readonly<Record<string, readonly string[]>> = {
  AUTO_APPROVE: ['AUTOMATIC_REVIEW', 'ACTIVE'],
  AUTO_DECLINE: ['AUTOMATIC_REVIEW', 'DECLINED'],
  AUTO_WAITING_FOR_SIGNATURE: ['WAITING_FOR_SIGNATURE', 'AUTOMATIC_REVIEW', 'ACTIVE'],
};

/** The statuses that wait for the person who signs, and the link that is for each. */
const signersSteps: Readonly<Record<string, 'declaration_url' | 'contract_url'>> = {
  WAITING_FOR_DETAILS: 'declaration_url',
  WAITING_FOR_DECLARATION: 'declaration_url',
  WAITING_FOR_SIGNATURE: 'contract_url',
};

interface Link {
  readonly rel: string;
  readonly href: string;
}

/**
 * The cases of sellers who want to be paid out to: applied for, declared and signed by their signer, reviewed by
 * Dintero, and then a payout destination. https://docs.dintero.com/ (seller approvals)
 */
export class Approvals {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** Opens a case. Gives it, or why there is none. */
  apply(body: ApprovalBody): Approval | Reply {
    const { state, options } = this.#world;
    const { payout_destination_id: sellerId } = body;
    const taken = [...state.approvals, ...state.payoutDestinations];
    if (taken.some(({ payout_destination_id: id }) => id === sellerId)) {
      return refuse(400, 'payout_destination_id is taken');
    }
    const [first, ...rest] =
      toldOutcomes[body.payout_destination_description ?? ''] ?? options().approvalPath;
    const approval: Approval = {
      ...body,
      type: body.type ?? 'company',
      id: randomUUID(),
      created_at: timeOf(this.#world),
      updated_at: timeOf(this.#world),
      case_status: '',
      ahead: rest,
      token: randomBytes(16).toString('base64url'),
    };
    state.approvals.push(approval);
    this.#enter(approval, first ?? 'ACTIVE');
    return approval;
  }

  /** As Dintero serves it: with its links, and without what only the sandbox knows. */
  served(approval: Approval) {
    const { ahead: _, token: __, ...rest } = approval;
    return { ...rest, links: this.#links(approval) };
  }

  /** How far a case has come. */
  status(payoutDestinationId: string): string | undefined {
    return (this.#find(payoutDestinationId) ?? this.#destination(payoutDestinationId))?.case_status;
  }

  /** The signer does what the case waits for. */
  sign(payoutDestinationId: string): void {
    const approval = this.#find(payoutDestinationId);
    if (approval && Object.hasOwn(signersSteps, approval.case_status)) this.step(approval.id);
  }

  /** The signer opens a page, and does what is asked for there. A page that is not the case's next one changes nothing. */
  visit(href: string): void {
    const approval = this.#world.state.approvals.find((one) =>
      this.#links(one).some((link) => link.href === href && link.rel === signersSteps[one.case_status]),
    );
    if (approval) this.step(approval.id);
  }

  /** The case goes on to its next status. */
  step(approvalId: string): void {
    const approval = this.#world.state.approvals.find(({ id }) => id === approvalId);
    const next = approval?.ahead.shift();
    if (approval && next !== undefined) this.#enter(approval, next);
  }

  /** Gives a seller another status, as Dintero's own people may. It stays there. */
  setStatus(payoutDestinationId: string, status: string): void {
    const approval = this.#find(payoutDestinationId);
    if (approval) {
      approval.ahead = [];
      this.#enter(approval, status);
    }
    const destination = this.#destination(payoutDestinationId);
    if (destination) destination.case_status = status;
  }

  #enter(approval: Approval, status: string): void {
    const { agenda, options } = this.#world;
    const { approvalReviewMs, approvalSignerMs, pendingDestinations } = options();
    agenda.drop(approval.id, 'approval-step');
    approval.case_status = status;
    approval.updated_at = timeOf(this.#world);
    const destination = this.#destination(approval.payout_destination_id);
    if (destination) destination.case_status = status;
    else if (status === 'ACTIVE' || pendingDestinations === 'listed') {
      this.#world.state.payoutDestinations.push(destinationOf(approval));
    }
    if (approval.ahead.length === 0) return;
    const takesMs = Object.hasOwn(signersSteps, status) ? approvalSignerMs : approvalReviewMs;
    if (takesMs !== null) agenda.after(takesMs, 'approval-step', approval.id);
  }

  #links({ token, case_status: status }: Approval): readonly Link[] {
    const { approvalLinkBase: base, approvalLinks } = this.#world.options();
    const link = (rel: string, page: string): Link => ({ rel, href: `${base}/${page}/${token}` });
    const signers = [link('declaration_url', 'declaration'), link('contract_url', 'contract')];
    return [
      ...signers.filter(({ rel }) => approvalLinks === 'at-once' || rel === signersSteps[status]),
      link('cdd_case_url', 'case'),
    ];
  }

  #find(payoutDestinationId: string): Approval | undefined {
    return this.#world.state.approvals.find(({ payout_destination_id: id }) => id === payoutDestinationId);
  }

  #destination(payoutDestinationId: string): PayoutDestination | undefined {
    return this.#world.state.payoutDestinations.find(
      ({ payout_destination_id: id }) => id === payoutDestinationId,
    );
  }
}

const intervals = { daily: 'day', weekly: 'week', monthly: 'month' } as const;

/** What becomes of a case that is approved. */
function destinationOf(approval: Approval): PayoutDestination {
  const { payout_destination_id: id, payout_interval_type: interval = 'daily', individual } = approval;
  return {
    payout_destination_id: id,
    id: approval.id,
    case_status: approval.case_status,
    type: approval.type,
    payout_destination_name: approval.payout_destination_name ?? id,
    bank_accounts: approval.bank_accounts,
    payout_interval_type: intervals[interval],
    ...(individual && { individual }),
    ...(approval.organization_number !== undefined && {
      organization: {
        organization_number: approval.organization_number,
        ...(approval.country_code !== undefined && { country: approval.country_code }),
      },
    }),
  };
}

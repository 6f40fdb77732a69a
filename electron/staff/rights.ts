import type { AuditNote } from '../../shared/audit.ts';
import type { ApprovalRequest, Guard } from '../../shared/contract.ts';
import { type Fault, fault, inputFault } from '../../shared/fault.ts';
import type { Approval } from '../../shared/person.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import {
  type Measure,
  type Measured,
  type Permit,
  type Right,
  type Rules,
  decide,
  mayApprove,
  passed,
  changesIn,
  withChanges,
} from '../../shared/rights.ts';
import type { Settings } from '../settings/settings.ts';
import { actorOf } from './people.ts';
import type { Staff } from './staff.ts';

export interface RightsOptions {
  readonly settings: Settings;
  readonly staff: Staff;
  /** What the audit log is told. */
  readonly onAudit: (note: AuditNote) => void;
}

/** Says who may do what at this till, and takes the yes of those who approve it. */
export class Rights {
  readonly #options: RightsOptions;

  constructor(options: RightsOptions) {
    this.#options = options;
  }

  /** The usual rules with what a manager has changed. */
  rules(): Rules {
    return withChanges(this.#options.settings.get('rights'));
  }

  /**
   * Leave for whoever is at the till. Refused with `setup.denied`; with `setup.needs-approval` where nobody has approved
   * it; else for what is wrong with the approval, by its field: `reason`, `approver` or `pin`. An approval that is given
   * is checked also where none is needed, for the act may turn out to be too large for one without.
   */
  async permit({ right, signed }: Guard, request: ApprovalRequest | undefined): Promise<Result<Permit>> {
    const decision = this.#decision(right);
    if (decision === 'denied') return err(fault('setup.denied', { right }));
    if (!request) {
      return decision === 'needs-approval' || signed
        ? err(fault('setup.needs-approval', { right }))
        : ok(this.#permit(right));
    }
    const approval = await this.#approve(right, request);
    if (!approval.ok) this.#tellRefused(right, request, approval.error);
    return approval.ok ? ok(this.#permit(right, approval.value)) : approval;
  }

  /** Changes who may do what; only what can be chosen is kept. */
  change(rules: Rules): void {
    const { table, limits } = rules;
    this.#options.settings.set('rights', { ...changesIn(table), limits });
  }

  async #approve(right: Right, request: ApprovalRequest): Promise<Result<Approval>> {
    const { staff, onAudit } = this.#options;
    const approval = await staff.approve(request);
    if (!approval.ok) return approval;
    const unable = this.#unable(approval.value, right);
    if (unable) return err(unable);
    const { by, approver, reason } = approval.value;
    onAudit({ kind: 'approval-given', person: by, approver, reason, right });
    return approval;
  }

  #tellRefused(right: Right, { approverId }: ApprovalRequest, { code }: Fault): void {
    const { staff, onAudit } = this.#options;
    const asked = staff.people.find(approverId);
    if (asked) onAudit({ kind: 'approval-refused', whom: actorOf(asked), right, why: code });
  }

  /** Nobody is kept from setting up a till that has no people yet. */
  #decision(right: Right, measured?: Measured): ReturnType<typeof decide> {
    const { staff } = this.#options;
    if (staff.people.all().length === 0) return 'allowed';
    const signedIn = staff.signedIn();
    return signedIn ? decide(this.rules(), signedIn.role, right, measured) : 'denied';
  }

  /** Why a person can't approve this, of which so much is known. */
  #unable({ approver, by }: Approval, right: Right, measured: Measured = {}): Fault | undefined {
    const person = this.#options.staff.people.find(approver.id);
    if (!person) return inputFault('input.choose', 'approver');
    const rules = this.rules();
    if (mayApprove(rules, person, by, right, measured)) return undefined;
    if (decide(rules, person.role, right, measured) === 'denied') {
      return inputFault('input.approver-denied', 'approver');
    }
    // Two managers are asked for where one is not enough.
    return person.role === 'manager'
      ? inputFault('input.approver-self', 'approver')
      : inputFault('input.not-a-manager', 'approver');
  }

  #permit(right: Right, approval?: Approval): Permit {
    return {
      by: approval?.by ?? this.#options.staff.actor(),
      ...(approval && { approval }),
      within: (measured) => this.#beyond(right, approval, measured),
    };
  }

  #beyond(right: Right, approval: Approval | undefined, measured: Measured): Fault | undefined {
    const { limits } = this.rules();
    const over = passed(limits, measured, 'deniedAbove');
    if (over) return fault(`setup.limit-${limitNames[over.measure]}`, { limit: over.limit });
    if (approval) return this.#unable(approval, right, measured);
    return this.#decision(right, measured) === 'allowed'
      ? undefined
      : fault('setup.needs-approval', { right });
  }
}

const limitNames = {
  refundAmount: 'amount',
  refundAgeDays: 'age',
  discountPercent: 'discount',
} as const satisfies Record<Measure, string>;

import { type StoreApi, createStore } from 'zustand/vanilla';
import { type ApprovalRequest } from '../../shared/contract.ts';
import { type Result } from '../../shared/result.ts';
import { type Right } from '../../shared/rights.ts';

/** Something that was asked for and waits for a named person's yes. */
export interface WaitingAct {
  /** Told apart from another of the same right. */
  readonly number: number;
  readonly right: Right;
  /** Asks again with the yes. The answer goes to whoever asked first, unless the yes itself was no good. */
  readonly sign: (approval: ApprovalRequest) => Promise<Result<unknown>>;
  /** Nobody approves it. */
  readonly leave: () => void;
}

/** The fields of an approval, as a fault about one of them calls them. */
export const approvalFields = ['reason', 'approver', 'pin'] as const;
export type ApprovalField = (typeof approvalFields)[number];

const isAboutApproval = (result: Result<unknown>): boolean =>
  !result.ok && approvalFields.some((field) => field === result.error.field);

/**
 * Asks for a manager's yes wherever main wants one, so that no screen needs a way of its own: the call waits, with all
 * that was typed, until it is approved or left. One at a time, in order.
 */
export class Approvals {
  readonly waiting: StoreApi<readonly WaitingAct[]> = createStore<readonly WaitingAct[]>(() => []);
  #asked = 0;

  /** What came of it; `undefined` when nobody approved it. */
  async ask(
    right: Right,
    send: (approval: ApprovalRequest) => Promise<Result<unknown>>,
  ): Promise<Result<unknown> | undefined> {
    const { promise, resolve } = Promise.withResolvers<Result<unknown> | undefined>();
    this.#asked += 1;
    const number = this.#asked;
    const act: WaitingAct = {
      number,
      right,
      sign: async (approval) => {
        const result = await send(approval);
        if (!isAboutApproval(result)) resolve(result);
        return result;
      },
      leave: () => resolve(undefined),
    };
    this.waiting.setState((waiting) => [...waiting, act], true);
    const result = await promise;
    this.waiting.setState((waiting) => waiting.filter((other) => other.number !== number), true);
    return result;
  }
}

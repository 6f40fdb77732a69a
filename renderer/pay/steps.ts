import { type Attempt } from '../../shared/attempt.ts';

export type StepName = 'recorded' | 'sent' | 'opened' | 'cancel' | 'card' | 'captured';

/** `lost` is a step whose reply never came: neither done nor to come. */
export type StepState = 'done' | 'current' | 'next' | 'lost';

export interface Step {
  readonly name: StepName;
  readonly state: StepState;
}

/** The create call went unanswered, and nothing has been found since. */
export const isLost = (attempt: Attempt): boolean =>
  attempt.replyLostAt !== undefined && attempt.sessionId === undefined && attempt.transactionId === undefined;

/** A cancel was asked for, and Dintero has not refused it. */
export const isCancelAsked = (attempt: Attempt): boolean =>
  attempt.cancelRequestedAt !== undefined && attempt.cancelRefusedAt === undefined;

/** The steps of a payment, done and to come. */
export function stepsOf(attempt: Attempt): readonly Step[] {
  const answered = attempt.sessionId !== undefined || attempt.transactionId !== undefined;
  const opened = attempt.openedAt !== undefined || attempt.transactionId !== undefined;
  const approved = attempt.state === 'approved';
  const carded = approved || attempt.state === 'authorized';
  const cancelling = isCancelAsked(attempt) && !carded;
  const sent: StepState = answered ? 'done' : isLost(attempt) ? 'lost' : 'current';
  return [
    { name: 'recorded', state: 'done' },
    { name: 'sent', state: sent },
    { name: 'opened', state: opened ? 'done' : answered ? 'current' : 'next' },
    ...(cancelling ? [{ name: 'cancel', state: 'current' } as const] : []),
    { name: 'card', state: carded ? 'done' : opened ? 'current' : 'next' },
    { name: 'captured', state: approved ? 'done' : carded ? 'current' : 'next' },
  ];
}

import { z } from 'zod';
import {
  type Attempt,
  attemptMarkSchema,
  attemptStartSchema,
  attemptVoidSchema,
  beginAttempt,
  canMark,
  canVoid,
  isOrphan,
  isSettled,
} from './attempt.ts';
import { decide } from './decide.ts';
import { evidenceSchema } from './payment-facts.ts';
import { actorSchema } from './person.ts';
import { assertNever } from './result.ts';

/**
 * What the journal keeps of an attempt. Its present state is the fold of these, so a projection can always be rebuilt.
 */
export const attemptEventSchema = z.discriminatedUnion('kind', [
  /** On disk before the first byte leaves (rule P1). */
  z.object({ kind: z.literal('started'), start: attemptStartSchema }).readonly(),
  z.object({ kind: z.literal('evidence'), evidence: evidenceSchema }).readonly(),
  z.object({ kind: z.literal('cancel-requested'), by: actorSchema }).readonly(),
  /** On disk before the cancel call leaves (rule P21). */
  z.object({ kind: z.literal('cancel-sent') }).readonly(),
  /** Dintero would not cancel. The attempt runs on; only evidence decides. */
  z.object({ kind: z.literal('cancel-refused'), code: z.string() }).readonly(),
  /** A manager wants the reservation released (rule R6). */
  z
    .object({
      kind: z.literal('void-requested'),
      ...attemptVoidSchema.unwrap().pick({ reason: true, approver: true }).shape,
      by: actorSchema,
    })
    .readonly(),
  /** On disk before the void call leaves. */
  z.object({ kind: z.literal('void-sent') }).readonly(),
  /** Dintero would not, or its reply was lost; only evidence decides. */
  z.object({ kind: z.literal('void-ended'), refused: z.boolean(), code: z.string() }).readonly(),
  z.object({ kind: z.literal('set-aside'), by: actorSchema }).readonly(),
  /** Rule P16: nothing was found after deadline and margin, or a person saw an idle display. */
  z
    .object({
      kind: z.literal('terminal-freed'),
      why: z.enum(['not-found', 'confirmed-idle']),
      by: actorSchema.optional(),
    })
    .readonly(),
  z.object({ kind: z.literal('closed'), by: actorSchema }).readonly(),
  z.object({ kind: z.literal('alarm-seen'), by: actorSchema }).readonly(),
  /** Rule P20: a manager says what became of it. */
  z
    .object({
      kind: z.literal('marked'),
      ...attemptMarkSchema.unwrap().pick({ verdict: true, reason: true, approver: true }).shape,
      by: actorSchema,
    })
    .readonly(),
  /** Rule P14: Dintero has a payment with this journal's reference that the journal does not know. */
  z.object({ kind: z.literal('found'), start: attemptStartSchema }).readonly(),
  /** A manager takes a found payment over, as a sale of its own or as an attempt of another sale. */
  z
    .object({
      kind: z.literal('adopted'),
      sale: attemptStartSchema
        .unwrap()
        .pick({ saleId: true, saleNumber: true, attemptNumber: true })
        .readonly()
        .optional(),
      reason: z.string().min(1),
      approver: actorSchema,
      by: actorSchema,
    })
    .readonly(),
]);
export type AttemptEvent = z.infer<typeof attemptEventSchema>;

/** The attempt after an event. An event that changes nothing gives back the same object, and is not worth keeping. */
export function applyAttemptEvent(attempt: Attempt, event: AttemptEvent, at: number): Attempt {
  switch (event.kind) {
    case 'started':
      return beginAttempt(event.start);
    case 'evidence':
      return decide(attempt, event.evidence, at);
    case 'cancel-requested':
      return isSettled(attempt) ||
        (attempt.cancelRequestedAt !== undefined && attempt.cancelRefusedAt === undefined)
        ? attempt
        : { ...without(attempt, 'cancelRefusedAt'), cancelRequestedAt: at };
    case 'cancel-sent':
      return { ...attempt, cancelSentAt: at };
    case 'cancel-refused':
      return isSettled(attempt) ? attempt : { ...attempt, cancelRefusedAt: at };
    case 'void-requested': {
      const { reason, approver } = event;
      return canVoid(attempt) ? { ...attempt, void: { reason, approver, requestedAt: at } } : attempt;
    }
    case 'void-sent':
      return attempt.void ? { ...attempt, void: { ...attempt.void, sentAt: at } } : attempt;
    case 'void-ended':
      return attempt.void && !isSettled(attempt)
        ? { ...attempt, void: { ...attempt.void, endedAt: at, refused: event.refused } }
        : attempt;
    case 'set-aside':
      return isSettled(attempt) || attempt.setAsideAt !== undefined
        ? attempt
        : { ...attempt, setAsideAt: at, closedAt: at };
    case 'terminal-freed':
      return isSettled(attempt) || attempt.terminalFreedAt !== undefined
        ? attempt
        : { ...attempt, terminalFreedAt: at };
    case 'closed':
      return attempt.closedAt === undefined ? { ...attempt, closedAt: at } : attempt;
    case 'alarm-seen':
      return attempt.alarm && attempt.alarm.seenAt === undefined
        ? { ...attempt, alarm: { ...attempt.alarm, seenAt: at } }
        : attempt;
    case 'marked': {
      const { verdict, reason, approver } = event;
      return canMark(attempt)
        ? { ...attempt, mark: { verdict, reason, approver, at }, closedAt: attempt.closedAt ?? at }
        : attempt;
    }
    case 'found':
      return { ...beginAttempt(event.start), foundAt: at, closedAt: at };
    case 'adopted':
      return isOrphan(attempt) ? { ...attempt, ...event.sale, adoptedAt: at } : attempt;
    default:
      return assertNever(event);
  }
}

function without<Key extends keyof Attempt>(attempt: Attempt, key: Key): Omit<Attempt, Key> {
  const { [key]: _, ...rest } = attempt;
  return rest;
}

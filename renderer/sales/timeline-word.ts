import { type TFunction } from 'i18next';
import { type TimelineStep } from '../../shared/views/sale.ts';

/** The steps of attempts and refunds that the dictionaries have a word for. */
export const timelineWords = [
  'started',
  'evidence.created',
  'evidence.accepted',
  'evidence.refused',
  'evidence.reply-lost',
  'evidence.session',
  'evidence.transaction',
  'evidence.events',
  'evidence.deadline',
  'cancel-requested',
  'cancel-sent',
  'cancel-refused',
  'void-requested',
  'void-sent',
  'void-ended',
  'set-aside',
  'terminal-freed',
  'closed',
  'alarm-seen',
  'marked',
  'found',
  'adopted',
  'overlap',
  'overlap-seen',
  'contradiction-seen',
] as const;

/** What a step brought, in our own words. Anything else is Dintero's word or a code, and is shown as it is. */
const details = ['paid', 'not-paid', 'done', 'not-done', 'not-found', 'confirmed-idle', 'cancelled'] as const;

/** A step as the timeline says it. */
export interface StepText {
  readonly name: string;
  /** What it brought and who did it. */
  readonly more: readonly string[];
}

/** A step in words; one that only a newer journal knows is named by its code. */
export function stepText(t: TFunction, { step, word, by }: TimelineStep): StepText {
  const known = timelineWords.find((name) => name === step);
  const detail = details.find((name) => name === word);
  return {
    name: t(known === undefined ? 'sales.timeline.other' : `sales.timeline.${known}`),
    more: [
      ...(known === undefined ? [step] : []),
      ...(word === undefined ? [] : [detail === undefined ? word : t(`sales.timelineDetail.${detail}`)]),
      ...(by === undefined ? [] : [by]),
    ],
  };
}

/** The steps of an attempt that the dictionaries have a word for. */
export const timelineWords = [
  'started',
  'evidence.created',
  'evidence.refused',
  'evidence.reply-lost',
  'evidence.session',
  'evidence.transaction',
  'evidence.deadline',
  'cancel-requested',
  'cancel-sent',
  'cancel-refused',
  'set-aside',
  'terminal-freed',
  'closed',
  'alarm-seen',
] as const;

export type TimelineWord = (typeof timelineWords)[number];

const known: ReadonlySet<string> = new Set(timelineWords);

/** Whether a step has a word; one that a newer journal knows is shown as it is called. */
export const isTimelineWord = (step: string): step is TimelineWord => known.has(step);

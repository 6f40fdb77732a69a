/** The exchanges about money, as the proxy tells them apart. */
export const exchanges = ['create', 'cancel', 'refund'] as const;
export type Exchange = (typeof exchanges)[number];

/** What is written: the journal, by a commit, and the head record that follows one. */
export const writings = ['journal', 'head'] as const;
export type Writing = (typeof writings)[number];

export const moments = ['before', 'after'] as const;
export type Moment = (typeof moments)[number];

export type Direction = 'request' | 'reply';

/** Where the till is killed. A point has a name, by which it can be run alone: `create:request:117`. */
export type KillPoint =
  /** As soon as exactly `at` bytes of an exchange have gone on in this direction. */
  | { readonly kind: 'byte'; readonly direction: Direction; readonly at: number }
  /** Around the write with this number, counted from 1 since the journal was opened. */
  | { readonly kind: 'write'; readonly writing: Writing; readonly number: number; readonly moment: Moment };

export type WritePoint = Extract<KillPoint, { kind: 'write' }>;

export const nameOfPoint = (point: KillPoint): string =>
  point.kind === 'byte'
    ? `${point.direction}:${point.at}`
    : `${point.writing}:${point.number}:${point.moment}`;

/** The point of a name, or `undefined` when it names none. */
export function pointOf(name: string): KillPoint | undefined {
  const byte = /^(request|reply):(\d+)$/.exec(name);
  if (byte) {
    return { kind: 'byte', direction: byte[1] === 'request' ? 'request' : 'reply', at: Number(byte[2]) };
  }
  const write = /^(journal|head):(\d+):(before|after)$/.exec(name);
  if (!write) return undefined;
  return {
    kind: 'write',
    writing: write[1] === 'head' ? 'head' : 'journal',
    number: Number(write[2]),
    moment: write[3] === 'after' ? 'after' : 'before',
  };
}

/** What a run without a kill came to: how long its exchange was, and how much was written. */
export interface Extent extends Readonly<Record<Direction, number>> {
  readonly writes: Readonly<Record<Writing, number>>;
}

/** Every point of a run of this extent: before its first byte, after each one, and around each write. */
export function allPoints({ request, reply, writes }: Extent): readonly KillPoint[] {
  const bytes = (direction: Direction, length: number): readonly KillPoint[] =>
    Array.from({ length: length + 1 }, (_, at) => ({ kind: 'byte', direction, at }));
  return [
    ...writings.flatMap((writing) =>
      Array.from({ length: writes[writing] }, (_, index) =>
        moments.map((moment): KillPoint => ({ kind: 'write', writing, number: index + 1, moment })),
      ).flat(),
    ),
    ...bytes('request', request),
    ...bytes('reply', reply),
  ];
}

/** About `count` points, spread evenly over the bytes, with both ends of each direction and every write. */
export function samplePoints(extent: Extent, count: number): readonly KillPoint[] {
  const points = allPoints(extent);
  const bytes = points.filter((point) => point.kind === 'byte');
  const stride = Math.max(1, Math.floor(bytes.length / count));
  const isEnd = ({ direction, at }: Extract<KillPoint, { kind: 'byte' }>): boolean =>
    at === 0 || at === extent[direction];
  return points.filter(
    (point) =>
      point.kind === 'write' ||
      isEnd(point) ||
      // An odd stride meets odd and even bytes: what happens after the kill depends on that.
      bytes.indexOf(point) % (stride | 1) === 0,
  );
}

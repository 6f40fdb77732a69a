import { readFileSync } from 'node:fs';

/** A system call of any thread, as strace wrote it down: where in the order of things it began and ended. */
export interface SystemCall {
  readonly text: string;
  readonly began: number;
  readonly ended: number;
}

/** What strace is told: every thread, paths beside descriptors, and enough of what is written to find a reference. */
export const straceParts = (file: string): readonly string[] => [
  '-f',
  '-y',
  '-s',
  '8192',
  '-e',
  'trace=fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg,connect',
  '-o',
  file,
];

/** The calls of a trace, in the order in which they began. A call that another thread interrupted is put together. */
export function readTrace(file: string): readonly SystemCall[] {
  const calls: { text: string; began: number; ended: number }[] = [];
  const unfinished = new Map<string, (typeof calls)[number]>();
  readFileSync(file, 'latin1')
    .split('\n')
    .forEach((line, index) => {
      const [, thread = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
      const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)?.[1];
      const begun = unfinished.get(thread);
      if (resumed !== undefined && begun) {
        begun.text += resumed;
        begun.ended = index;
        unfinished.delete(thread);
        return;
      }
      const isUnfinished = text.endsWith('<unfinished ...>');
      const call = { text: text.replace(/ *<unfinished \.\.\.>$/, ''), began: index, ended: index };
      calls.push(call);
      if (isUnfinished) unfinished.set(thread, call);
    });
  return calls;
}

/** What stands in a trace of one request about money. */
export interface Order {
  /** The journal's file got the reference. */
  readonly written: SystemCall | undefined;
  /** It was synced after that. */
  readonly synced: SystemCall | undefined;
  /** The first byte of the request left. */
  readonly sent: SystemCall | undefined;
}

/** The three moments of a request, by its first line and by the reference that it bears. */
export function orderOf(calls: readonly SystemCall[], question: string, reference: string): Order {
  const written = calls.find(
    ({ text }) =>
      text.startsWith('pwrite64(') && text.includes('journal.sqlite-wal') && text.includes(reference),
  );
  const synced = calls.find(
    ({ text, began }) =>
      written !== undefined &&
      began > written.ended &&
      /^f(?:data)?sync\(\d+<[^>]*journal\.sqlite-wal>\) += 0/.test(text),
  );
  const sent = calls.find(
    ({ text }) => /^(?:write|writev|sendto|sendmsg)\(/.test(text) && text.includes(question),
  );
  return { written, synced, sent };
}

import type { DatabaseSync } from 'node:sqlite';
import { type RowHash, genesis, hashText, rowHasher } from './chain.ts';
import { type EventRow, eventRows } from './event-rows.ts';
import { UnreadableRow } from './rows.ts';
import { isSqliteError } from './sqlite-error.ts';

/**
 * Where the chain does not hold. `gap`: events before this one are missing. `double`: two rows have one number.
 * `previous`: the row names another hash as the one before it. `own`: the row's content is not what its hash was made of.
 */
export interface ChainBreak {
  readonly seq: number;
  readonly table: string;
  /** The id of the attempt, the refund, or the person. */
  readonly subject: string;
  readonly what: 'gap' | 'double' | 'previous' | 'own';
}

/** What a walk from the first event to the last has seen. */
export interface ChainWalk {
  readonly events: number;
  readonly lastSeq: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number | undefined;
  /** Hexadecimal. */
  readonly lastHash: string;
  /** The hash of the event that was asked for, if it is there. Hexadecimal. */
  readonly askedHash: string | undefined;
  /** The first of them. */
  readonly breaks: readonly ChainBreak[];
  /** Why the walk ended before the chain did. */
  readonly stopped: string | undefined;
}

const mostBreaks = 20;

/** Works out every hash of the record anew. `asked` is the number of an event whose hash is wanted. */
export function walkChain(database: DatabaseSync, asked: number | undefined): ChainWalk {
  const hashRow = rowHasher();
  const breaks: ChainBreak[] = [];
  let events = 0;
  let last: { readonly seq: number; readonly hash: Uint8Array } = { seq: 0, hash: genesis };
  let lastAt: number | undefined;
  let askedHash: string | undefined;
  let stopped: string | undefined;
  try {
    for (const row of eventRows(database)) {
      const [seq, table, subject, at, , , hash] = row;
      for (const what of breaksAt(row, last, hashRow)) {
        if (breaks.length < mostBreaks) breaks.push({ seq, table, subject, what });
      }
      if (seq === asked) askedHash = hashText(hash);
      events += 1;
      last = { seq, hash };
      lastAt = at;
    }
  } catch (error) {
    if (!isSqliteError(error) && !(error instanceof UnreadableRow)) throw error;
    stopped = events === 0 ? error.message : `${error.message}, after event ${last.seq}`;
  }
  return { events, lastSeq: last.seq, lastAt, lastHash: hashText(last.hash), askedHash, breaks, stopped };
}

const none: readonly ChainBreak['what'][] = [];

function breaksAt(
  [seq, table, subject, at, payload, previous, own]: EventRow,
  last: { readonly seq: number; readonly hash: Uint8Array },
  hashRow: RowHash,
): readonly ChainBreak['what'][] {
  const follows = seq === last.seq + 1;
  const fits = isSame(previous, last.hash);
  const whole = isSame(own, hashRow(previous, { seq, table, subject, at, payload }));
  if (follows && fits && whole) return none;
  return [
    ...(follows ? [] : [seq === last.seq ? ('double' as const) : ('gap' as const)]),
    ...(follows && !fits ? ['previous' as const] : []),
    ...(whole ? [] : ['own' as const]),
  ];
}

/** Faster than a comparison that looks at the types first. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { genesis, hashText } from './chain.ts';
import { type ChainBreak, type ChainWalk, walkChain } from './chain-walk.ts';
import { type HeadRecord, readHead } from './head-record.ts';
import { headOf } from './database.ts';
import { openReadOnly } from './read-only.ts';
import { Statements } from './reads.ts';
import { isSqliteError } from './sqlite-error.ts';

/**
 * How a note of where the chain ends compares with its end. `older` names an earlier event, with the right hash; `newer`
 * an event that is not there, so the tail is lost; `contradicts` an event that has another hash.
 */
export type HeadVerdict = 'agrees' | 'older' | 'newer' | 'contradicts' | 'missing';

/** What a look through a whole journal file says. */
export interface Verdict {
  /** `user_version`: how many steps the file has seen. */
  readonly version: number;
  readonly events: number;
  /** Where the chain ends, as walked. */
  readonly end: HeadRecord;
  /** Of the last event, in milliseconds since 1970. */
  readonly lastAt: number | undefined;
  /** The first breaks, in the order of the chain. None in a sound journal. */
  readonly breaks: readonly ChainBreak[];
  /** What the file's own `chain_head` says. */
  readonly chainHead: HeadVerdict;
  /** What the head record beside the file says. */
  readonly headRecord: HeadVerdict;
  /** What SQLite's `integrity_check` says against the file, and the error that ended the reading. */
  readonly damage: readonly string[];
}

/** The notes that a journal must not have: they tell of events that it lost, or that were others. */
const speaksAgainst = (verdict: HeadVerdict): boolean => verdict === 'newer' || verdict === 'contradicts';

/** What is wrong, each in a few words for the log and for support. Empty for a sound journal. */
export const problemsOf = (verdict: Verdict): readonly string[] => [
  ...verdict.damage,
  ...verdict.breaks.map(
    ({ what, seq, table, subject }) => `chain broken (${what}) at event ${seq} in ${table} of ${subject}`,
  ),
  ...(verdict.chainHead === 'agrees' ? [] : [`chain_head: ${verdict.chainHead}`]),
  ...(speaksAgainst(verdict.headRecord) ? [`head record: ${verdict.headRecord}`] : []),
];

const mostTold = 20;

/**
 * Looks through a whole journal file of any version, and changes nothing: SQLite's own check, every hash, and both notes
 * of the end. Throws when there is no such file; what SQLite can't read is damage.
 */
export function verifyFile(file: string): Verdict {
  const record = readHead(file);
  let database: DatabaseSync | undefined;
  try {
    database = openReadOnly(file);
    // One transaction, for a journal that is in use may grow meanwhile. Begun after the head record was read: the
    // journal is synced first, so it has what that tells.
    database.exec('BEGIN');
    return verify(database, record);
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    return { ...unreadable, damage: [error.message] };
  } finally {
    database?.close();
  }
}

/** Of a journal that holds nothing yet. */
const noHead: HeadRecord = { count: 0, hash: hashText(genesis) };

const unreadable: Omit<Verdict, 'damage'> = {
  version: 0,
  events: 0,
  end: noHead,
  lastAt: undefined,
  breaks: [],
  chainHead: 'missing',
  headRecord: 'missing',
};

function verify(database: DatabaseSync, record: HeadRecord | undefined): Verdict {
  const walk = walkChain(database, record?.count);
  return {
    version: z.number().parse(database.prepare('PRAGMA user_version').get()?.['user_version']),
    events: walk.events,
    end: { count: walk.lastSeq, hash: walk.lastHash },
    lastAt: walk.lastAt,
    breaks: walk.breaks,
    chainHead: compare(chainHeadOf(database), walk),
    headRecord: record ? compare(record, walk) : 'missing',
    damage: [...(walk.stopped === undefined ? [] : [walk.stopped]), ...integrityProblems(database)],
  };
}

function compare(head: HeadRecord, walk: ChainWalk): HeadVerdict {
  if (head.count > walk.lastSeq) return 'newer';
  if (head.count === walk.lastSeq) return head.hash === walk.lastHash ? 'agrees' : 'contradicts';
  return head.count === 0 || head.hash === walk.askedHash ? 'older' : 'contradicts';
}

function integrityProblems(database: DatabaseSync): readonly string[] {
  try {
    return database
      .prepare(`PRAGMA integrity_check(${mostTold})`)
      .all()
      .map((row) => z.string().parse(row['integrity_check']))
      .filter((line) => line !== 'ok');
  } catch (error) {
    if (isSqliteError(error)) return [error.message];
    throw error;
  }
}

function chainHeadOf(database: DatabaseSync): HeadRecord {
  try {
    const { count, hash } = headOf(new Statements(database));
    return { count, hash: hashText(hash) };
  } catch (error) {
    if (isSqliteError(error)) return noHead;
    throw error;
  }
}

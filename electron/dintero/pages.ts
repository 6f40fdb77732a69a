import { z } from 'zod';
import { type Result, ok } from '../../shared/result.ts';
import type { ApiFailure } from './failure.ts';
import type { DinteroHttp } from './http.ts';

const rawPageSchema = z.record(z.string(), z.unknown());

/** A page of a management list; `starting_after` asks for the next one (unlike the transaction list). */
const pageSchema = <Entry extends z.ZodType>(
  key: string,
  entry: Entry,
): z.ZodType<{ entries: z.infer<Entry>[]; next?: string | undefined }> =>
  z.preprocess(
    (raw) => {
      const page = rawPageSchema.safeParse(raw);
      return page.success ? { entries: page.data[key], next: page.data['starting_after'] } : raw;
    },
    z.object({ entries: z.array(entry), next: z.string().optional() }),
  );

/** More pages than this is an error of the server, that would never end. */
const mostPages = 200;
const pageSize = '100';

export interface ListRequest<Entry extends z.ZodType> {
  readonly path: string;
  /** The member that holds the entries. */
  readonly key: string;
  readonly entry: Entry;
  readonly filter?: Readonly<Record<string, string>>;
  /** The scope that the API client needs. */
  readonly scope: string;
}

/** A part of a management list, and what asks for the part after it when there is one. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly next?: string | undefined;
}

/** One page of a management list: the first, or the one that an earlier page named. */
export async function readPage<Entry extends z.ZodType>(
  http: DinteroHttp,
  { path, key, entry, filter, scope }: ListRequest<Entry>,
  after?: string,
): Promise<Result<Page<z.infer<Entry>>, ApiFailure>> {
  const read = await http.read({
    host: 'api',
    path,
    query: { ...filter, limit: pageSize, starting_after: after },
    schema: pageSchema(key, entry),
    detail: { scope },
  });
  if (!read.ok) return read;
  const { entries, next } = read.value;
  const more = next !== undefined && next !== '' && next !== after && entries.length > 0;
  return ok({ entries, ...(more && { next }) });
}

/** A management list, over all of its pages. */
export async function readAll<Entry extends z.ZodType>(
  http: DinteroHttp,
  list: ListRequest<Entry>,
): Promise<Result<readonly z.infer<Entry>[], ApiFailure>> {
  const all: z.infer<Entry>[] = [];
  let next: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const read = await readPage(http, list, next);
    if (!read.ok) return read;
    all.push(...read.value.entries);
    next = read.value.next;
    if (next === undefined) break;
  }
  return ok(all);
}

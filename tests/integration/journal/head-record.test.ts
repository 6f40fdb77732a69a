import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type HeadRecord, headFileOf, readHead, writeHead } from '../../../electron/journal/head-record.ts';
import { temporaryFolder } from '../temporary-folder.ts';

let file: string;

beforeEach(() => {
  file = join(temporaryFolder(), 'journal.sqlite');
});

const head = (count: number): HeadRecord => ({ count, hash: 'ab'.repeat(32) });

describe('The head record', () => {
  it('is the one that was written last, also when it is the shorter one', () => {
    for (const count of [1, Number.MAX_SAFE_INTEGER, 7]) writeHead(file, head(count));
    expect(readHead(file)).toEqual(head(7));
  });

  it('takes the same place each time, so that each covers the one before', () => {
    writeHead(file, head(9));
    const first = readFileSync(headFileOf(file)).length;
    writeHead(file, head(Number.MAX_SAFE_INTEGER));
    expect(readFileSync(headFileOf(file))).toHaveLength(first);
  });

  it.each([
    ['of an earlier version', JSON.stringify(head(3))],
    ['that is empty', ''],
    ['that is longer than it should be', 'x'.repeat(500)],
  ])('takes the place of one %s', (_what, before) => {
    writeFileSync(headFileOf(file), before);
    writeHead(file, head(4));
    expect(readHead(file)).toEqual(head(4));
  });

  it('leaves nothing else behind', () => {
    writeHead(file, head(1));
    writeHead(file, head(2));
    expect(readdirSync(join(file, '..'))).toEqual(['journal.sqlite.head']);
  });
});

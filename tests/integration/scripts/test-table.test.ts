import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectFolder } from '../../host/programs.ts';

const toolSchema = z.custom<(argument: unknown) => unknown>((value) => typeof value === 'function');
const toolsSchema = z.object({
  countVitest: toolSchema,
  countPlaywright: toolSchema,
  renderTable: toolSchema,
});

let tools: z.infer<typeof toolsSchema>;
beforeAll(async () => {
  tools = toolsSchema.parse(
    await import(pathToFileURL(join(projectFolder, 'scripts', 'test-table.mjs')).href),
  );
});

describe('The counts of a test run', () => {
  it('tell skipped from passed', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [],
    };
    expect(tools.countVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 3 });
    const stats = { expected: 5, unexpected: 1, flaky: 0, skipped: 3 };
    expect(tools.countPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('count a file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{}] },
      ],
    };
    expect(tools.countVitest(report)).toMatchObject({ failed: 1 });
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(tools.countPlaywright({ stats, errors: [{}] })).toMatchObject({ failed: 1 });
  });

  it('name what passed at a second try', () => {
    const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 0 };
    expect(tools.countPlaywright({ stats })).toEqual({ passed: 5, failed: 0, skipped: 0, flaky: 1 });
  });

  it('are not known when the runner left no report', () => {
    expect(tools.countVitest(undefined)).toBeUndefined();
    expect(tools.countPlaywright(undefined)).toBeUndefined();
  });
});

describe('The table at the end', () => {
  it('has a line for each step, and their sums', () => {
    const rows = [
      { name: 'lint', ok: true, time: '1.0 s' },
      { name: 'unit', ok: true, counts: { passed: 10, failed: 0, skipped: 1 }, time: '2.0 s' },
      {
        name: 'e2e',
        ok: false,
        counts: { passed: 3, failed: 2, skipped: 0 },
        time: '3.0 s',
        note: 'on a stand-in',
      },
      { name: 'build', ok: false, time: '0.1 s' },
    ];
    expect(String(tools.renderTable(rows)).split('\n')).toEqual([
      '               passed   failed   skipped    time',
      '-'.repeat(64),
      'lint               ok        -         -   1.0 s',
      'unit               10        0         1   2.0 s',
      'e2e                 3        2         0   3.0 s   on a stand-in',
      'build               -   failed         -   0.1 s',
      '-'.repeat(64),
      'tests in all       13        2         1',
    ]);
  });

  it('says when a step failed although no test did', () => {
    const rows = [{ name: 'unit', ok: false, counts: { passed: 1, failed: 0, skipped: 0 }, time: '1.0 s' }];
    expect(tools.renderTable(rows)).toContain('failed outside of a test');
  });
});

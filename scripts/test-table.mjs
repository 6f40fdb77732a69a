/** Counts of tests, read from what the runners report, and the table that they go into. */

/** From vitest's JSON report. A file that could not even be loaded is a failure of its own. */
export function countVitest(report) {
  if (!report) return undefined;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** From Playwright's JSON report. A test that passed at a second try is counted as passed and named as flaky. */
export function countPlaywright(report) {
  if (!report) return undefined;
  const { expected, flaky, skipped, unexpected } = report.stats;
  return {
    passed: expected + flaky,
    failed: unexpected + (report.errors?.length ?? 0),
    skipped,
    ...(flaky > 0 && { flaky }),
  };
}

/** One line for each step. A step that counts nothing says only whether it is good. */
export function renderTable(rows) {
  const head = ['', 'passed', 'failed', 'skipped', 'time', ''];
  const body = rows.map(({ name, ok, counts, time, note }) => [
    name,
    counts ? String(counts.passed) : ok ? 'ok' : '-',
    counts ? String(counts.failed) : ok ? '-' : 'failed',
    counts ? String(counts.skipped) : '-',
    time,
    [
      ...(counts && counts.failed === 0 && !ok ? ['failed outside of a test'] : []),
      ...(counts?.flaky ? [`${counts.flaky} flaky`] : []),
      ...(note ? [note] : []),
    ].join(', '),
  ]);
  const sum = (key) => String(rows.reduce((total, { counts }) => total + (counts?.[key] ?? 0), 0));
  const foot = ['tests in all', sum('passed'), sum('failed'), sum('skipped'), '', ''];
  const lines = [head, ...body, foot];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const write = (line) =>
    line
      .map((cell, column) =>
        column === 0 || column === line.length - 1
          ? cell.padEnd(widths[column])
          : cell.padStart(widths[column]),
      )
      .join('   ')
      .trimEnd();
  const rule = '-'.repeat(Math.max(...lines.map((line) => write(line).length)));
  return [write(head), rule, ...body.map(write), rule, write(foot)].join('\n');
}

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportLines } from './export.ts';
import { verifyAuditFile } from './audit-file.ts';
import { reportOn, reportOnExport } from './report.ts';
import { UnreadableRow } from './rows.ts';
import { isSqliteError } from './sqlite-error.ts';
import { problemsOf, verifyFile } from './verify.ts';

/**
 * Looks at a journal file from the command line, and never changes it: `verify FILE` says whether it is sound and where it
 * breaks; `verify FILE --export EXPORT` says besides whether an export of the audit log is true to it; `export FILE` writes
 * its events to the standard output as JSON Lines. Ends with 0 when all is sound (or was written out whole), 1 when it is
 * not, and 2 when there is no such file or the words make no sense.
 */

const usage = 'Give: verify FILE, verify FILE --export EXPORT, or export FILE\n';

function verify(file: string, exportFile: string | undefined): number {
  const verdict = verifyFile(file);
  process.stdout.write(`${reportOn(file, verdict).join('\n')}\n`);
  const sound = problemsOf(verdict).length === 0;
  if (exportFile === undefined) return sound ? 0 : 1;
  if (!sound) {
    process.stdout.write('export       not looked at: the journal itself is not sound\n');
    return 1;
  }
  const held = verifyAuditFile(file, exportFile);
  process.stdout.write(`${reportOnExport(exportFile, held).join('\n')}\n`);
  return held.problem === undefined ? 0 : 1;
}

async function writeOut(file: string): Promise<number> {
  try {
    await pipeline(Readable.from(exportLines(file)), process.stdout);
    return 0;
  } catch (error) {
    // Whoever reads may stop, as `head` does.
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 0;
    if (!isSqliteError(error) && !(error instanceof UnreadableRow)) throw error;
    process.stderr.write(`The file can’t be read on: ${error.message}\n`);
    return 1;
  }
}

/** What was asked for, as a way to do it; `undefined` for words that make no sense. */
function taskOf([command, file, option, exportFile, ...more]: readonly string[]):
  (() => number | Promise<number>) | undefined {
  if (file === undefined || more.length > 0) return undefined;
  if (command === 'export' && option === undefined) return () => writeOut(file);
  if (command !== 'verify') return undefined;
  if (option === undefined) return () => verify(file, undefined);
  return option === '--export' && exportFile !== undefined ? () => verify(file, exportFile) : undefined;
}

async function run(words: readonly string[]): Promise<number> {
  const task = taskOf(words);
  if (!task) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    return await task();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

process.exitCode = await run(process.argv.slice(2));

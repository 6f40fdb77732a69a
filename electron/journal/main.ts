import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportLines } from './export.ts';
import { reportOn } from './report.ts';
import { UnreadableRow } from './rows.ts';
import { isSqliteError } from './sqlite-error.ts';
import { problemsOf, verifyFile } from './verify.ts';

/**
 * Looks at a journal file from the command line, and never changes it: `verify FILE` says whether it is sound and where it
 * breaks, `export FILE` writes its events to the standard output as JSON Lines. Ends with 0 when the journal is sound (or
 * was written out whole), 1 when it is not, and 2 when there is no such file or the words make no sense.
 */

const usage = 'Give: verify FILE, or export FILE\n';

function verify(file: string): number {
  const verdict = verifyFile(file);
  process.stdout.write(`${reportOn(file, verdict).join('\n')}\n`);
  return problemsOf(verdict).length === 0 ? 0 : 1;
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

async function run([command, file, ...more]: readonly string[]): Promise<number> {
  if (file === undefined || more.length > 0 || (command !== 'verify' && command !== 'export')) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    return command === 'verify' ? verify(file) : await writeOut(file);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

process.exitCode = await run(process.argv.slice(2));

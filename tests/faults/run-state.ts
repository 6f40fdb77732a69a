import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Outcome } from './run-point.ts';
import { outcomeSchema } from './summary.ts';

/** What a full run has done, so that one that was interrupted goes on: a line of JSON for each run. */
export class RunState {
  readonly #file: string;
  readonly #outcomes = new Map<string, Outcome>();

  /** @param subject what the outcomes hold for; those of another are set aside. */
  constructor(file: string, subject: string) {
    this.#file = file;
    const [first, ...lines] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (first === subject) {
      for (const line of lines) {
        const outcome = parse(line);
        if (outcome) this.#outcomes.set(outcome.name, outcome);
      }
      return;
    }
    mkdirSync(dirname(file), { recursive: true });
    if (first !== undefined) renameSync(file, `${file}.before`);
    writeFileSync(file, `${subject}\n`);
  }

  get outcomes(): readonly Outcome[] {
    return [...this.#outcomes.values()];
  }

  has(name: string): boolean {
    return this.#outcomes.has(name);
  }

  add(outcome: Outcome): void {
    this.#outcomes.set(outcome.name, outcome);
    appendFileSync(this.#file, `${JSON.stringify(outcome)}\n`);
  }
}

/** The last line of an interrupted run may be half of one. */
function parse(line: string): Outcome | undefined {
  try {
    return outcomeSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

const besideTheTill = [
  'fault-proxy.ts',
  'invariants.ts',
  'kill-points.ts',
  'run-point.ts',
  'scenarios.ts',
  'troubles.ts',
  'world.ts',
];

/** Says in a word what is tested: the till's bundle, the sandbox, and the part of the harness that decides. */
export function subjectOf(tillProgram: string): string {
  const project = join(import.meta.dirname, '..', '..');
  const sandbox = join(project, 'electron', 'sandbox');
  const files = [
    tillProgram,
    ...readdirSync(sandbox)
      .toSorted()
      .map((name) => join(sandbox, name)),
    ...besideTheTill.map((name) => join(import.meta.dirname, name)),
  ];
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

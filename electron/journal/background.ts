import { Worker } from 'node:worker_threads';
import { type Job, type JobResult, jobResultSchema } from './jobs.ts';

/** A check reads row by row; it needs no more than this, and the till should not grow by it. In MiB. */
const limits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 };

/** Does jobs in a thread of their own, one at a time each in a new one. */
export class Background {
  readonly #program: URL;
  #running: Worker | undefined;

  /** @param program the built `worker.ts`, or the source where Node runs that */
  constructor(program: URL) {
    this.#program = program;
  }

  /** Rejects with what the job threw, and when it was called off. */
  async do(job: Job): Promise<JobResult> {
    const worker = new Worker(this.#program, {
      workerData: job,
      // What the till itself was started with is not meant for this.
      execArgv: [],
      resourceLimits: limits,
    });
    this.#running = worker;
    try {
      return await new Promise((resolve, reject) => {
        worker.once('message', (result: unknown) => resolve(jobResultSchema.parse(result)));
        worker.once('error', reject);
        worker.once('exit', () => reject(new Error('The journal’s thread ended without a result')));
      });
    } finally {
      this.#running = undefined;
    }
  }

  /** Calls off what runs. A backup that was half done has no name yet. */
  async stop(): Promise<void> {
    await this.#running?.terminate();
  }
}

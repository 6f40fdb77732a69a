import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { type Job, type JobProgress, type JobResult, jobResultSchema, progressSchema } from './jobs.ts';

const messageSchema = z.union([
  z.object({ progress: progressSchema }),
  z.object({ result: jobResultSchema }),
]);

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
  async do(job: Job, onProgress?: (progress: JobProgress) => void): Promise<JobResult> {
    const worker = new Worker(this.#program, {
      workerData: job,
      // What the till itself was started with is not meant for this.
      execArgv: [],
      resourceLimits: limits,
    });
    this.#running = worker;
    try {
      return await new Promise((resolve, reject) => {
        worker.on('message', (content: unknown) => {
          const message = messageSchema.parse(content);
          if ('result' in message) resolve(message.result);
          else onProgress?.(message.progress);
        });
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

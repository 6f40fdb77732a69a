import { parentPort, workerData } from 'node:worker_threads';
import { doJob, jobSchema } from './jobs.ts';

/** A thread that does one job for the journal and ends. What it throws reaches who started it. */
const result = doJob(jobSchema.parse(workerData), (progress) => parentPort?.postMessage({ progress }));
parentPort?.postMessage({ result });

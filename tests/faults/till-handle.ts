import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { type Glance, type Order, type Report, type ToTill, fromTillSchema } from './protocol.ts';

/** The till was killed before it answered. */
export class Killed extends Error {}

export interface TillProcessOptions {
  /** `till-process.ts`, bundled. */
  readonly program: string;
  /** Where Node keeps what it compiled, so that a till starts in a fraction of the time. */
  readonly compileCache: string;
  /** A program, with its arguments, that runs Node: strace. */
  readonly under?: readonly [string, ...string[]];
}

/** A till in a process of its own, as the harness holds it. */
export class TillHandle {
  readonly #process: ChildProcess;
  readonly #complaint: Promise<string>;
  readonly #exit: Promise<unknown>;

  constructor({ program, compileCache, under }: TillProcessOptions) {
    const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
    if (under) {
      const [tracer, ...parts] = under;
      this.#process = spawn(tracer, [...parts, process.execPath, program], {
        env,
        stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      });
    } else {
      this.#process = fork(program, { env, execArgv: [], stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
    }
    const { stderr } = this.#process;
    this.#complaint = stderr ? text(stderr) : Promise.resolve('');
    this.#exit = once(this.#process, 'exit');
  }

  /** Does something, and resolves when all that follows from it is over. Rejects with `Killed` when the till dies. */
  async order(order: Exclude<Order, { do: 'report' }>): Promise<Glance> {
    const answer = await this.#ask(order);
    if (!('glance' in answer)) throw new Error('The till answered something else');
    return answer.glance;
  }

  async report(): Promise<Report> {
    const answer = await this.#ask({ do: 'report' });
    if (!('report' in answer)) throw new Error('The till answered something else');
    return answer.report;
  }

  tellHeld(held: number): void {
    this.#send({ held });
  }

  /** SIGKILL. Resolves when the process is gone. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#exit;
  }

  /** Lets it go by itself. Resolves when the process is gone. */
  async leave(): Promise<void> {
    if (this.#process.connected) this.#process.disconnect();
    await this.#exit;
  }

  async #ask(order: Order): Promise<ReturnType<typeof fromTillSchema.parse>> {
    const answered = Promise.withResolvers<unknown>();
    const onMessage = (message: unknown): void => answered.resolve(message);
    this.#process.once('message', onMessage);
    this.#send({ order });
    const first = await Promise.race([answered.promise, this.#exit.then(() => this.#process)]);
    this.#process.off('message', onMessage);
    if (first !== this.#process) return fromTillSchema.parse(first);
    if (this.#process.signalCode === 'SIGKILL') throw new Killed(order.do);
    throw new Error(`The till ended by itself on ${order.do}:\n${await this.#complaint}`);
  }

  #send(message: ToTill): void {
    // A till that is dying takes no messages; that it is gone is seen by its exit.
    if (this.#process.connected) this.#process.send(message, () => undefined);
  }
}

/**
 * The till's keychain in a process of its own, as `desktop.ts` starts it: libsecret binds a process to one session bus
 * for good, and ends the process when that bus goes away. Answers the orders of its parent one by one.
 */
import { z } from 'zod';
import { openKeychain } from '../../../electron/keychain/secret-store.ts';
import type { Log } from '../../../electron/support/log.ts';
import { orderSchema } from './orders.ts';

const tell = (message: object): void => void process.send?.(message);

const note = (event: string, detail: Readonly<Record<string, unknown>> = {}): void => {
  const { error, ...rest } = detail;
  tell({ line: JSON.stringify({ event, ...rest, error: error instanceof Error ? error.stack : error }) });
};
const log: Log = { info: note, warn: note, error: note };

process.on('message', (message) => {
  const { id, service, call, name, secret } = orderSchema.parse(message);
  const keychain = openKeychain(service, async () => (await import('keytar')).default, log);
  const answered = call === 'write' ? keychain.write(name, z.string().parse(secret)) : keychain[call](name);
  void answered.then((result) => tell({ id, result }));
});

import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';
import { closeClass } from './lacking.ts';
import { packMessage, unpackMessage } from './plain-json.ts';
import type { StandInWebContents } from './web-contents.ts';

type Handler = Parameters<IpcMain['handle']>[1];

/** Who sends: the part of an IPC event that the stand-in knows. */
export interface SenderEvent {
  readonly sender: StandInWebContents;
  readonly senderFrame: StandInWebContents['mainFrame'] | null;
  readonly frameId: number;
  readonly processId: number;
}

type OwnHandler = (event: SenderEvent, ...parts: readonly unknown[]) => unknown;

/** What the app sees as `ipcMain`. */
export class StandInIpcMain extends EventEmitter implements Pick<IpcMain, 'handle' | 'removeHandler'> {
  readonly #handlers = new Map<string, OwnHandler>();

  handle(channel: string, handler: Handler | OwnHandler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, (event, ...parts) => Reflect.apply(handler, undefined, [event, ...parts]));
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Answers a page's `invoke`. What a handler throws arrives there as an error with Electron's words. */
  async answer(channel: string, event: SenderEvent, message: string): Promise<string> {
    try {
      const handler = this.#handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      return packMessage([true, await handler(event, ...unpackMessage(message))]);
    } catch (error) {
      return packMessage([false, `Error invoking remote method '${channel}': ${String(error)}`]);
    }
  }
}

closeClass('ipcMain', StandInIpcMain);

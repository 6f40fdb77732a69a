import { createStore } from 'zustand/vanilla';
import { type StoreApi } from 'zustand';

/** The amount being typed. A store of its own, so that a digit redraws the amount and nothing else. */
export interface EntryState {
  readonly text: string;
}

export type EntryStore = StoreApi<EntryState>;

export const createEntryStore = (): EntryStore => createStore(() => ({ text: '' }));

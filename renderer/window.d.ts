import { type Wire } from '../shared/wire.ts';

declare global {
  interface Window {
    /** Put there by the preload; the only way to main. */
    readonly tillside: Wire;
  }
}

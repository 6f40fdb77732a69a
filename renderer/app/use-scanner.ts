import { useEffect, useEffectEvent } from 'react';
import { type Burst, heard, mayBeReference, noBurst, scanned } from './scanner.ts';

interface Scanning {
  /** A whole reference was scanned, wherever the focus is. */
  readonly onReference: (reference: string) => void;
  /** Only then is it listened for. */
  readonly enabled: boolean;
}

/** Puts every field of the screen back to what stood in it, also for React, which listens to what is typed. */
function remembered(): () => void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('main input')];
  const before = fields.map((field) => ({ field, value: field.value }));
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  return () => {
    for (const { field, value } of before) {
      if (field.value === value) continue;
      set?.call(field, value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
}

/**
 * Hears a scanner, which types like a person but faster, and ends with Enter. What it typed into the screen before it could
 * be told from a person is taken back.
 */
export function useScanner({ onReference, enabled }: Scanning): void {
  const onScan = useEffectEvent(onReference);
  useEffect(() => {
    if (!enabled) return undefined;
    let burst: Burst = noBurst;
    let inField = false;
    let putBack = (): void => undefined;
    const take = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, timeStamp, target } = event;
      if (key === 'Shift') return;
      if (key === 'Enter') {
        const reference = scanned(burst, timeStamp);
        burst = noBurst;
        if (reference === undefined) return;
        take(event);
        putBack();
        onScan(reference);
        return;
      }
      if (key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey) {
        burst = noBurst;
        return;
      }
      burst = heard(burst, key, timeStamp);
      if (burst.text.length === 1) {
        inField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
        putBack = remembered();
      }
      // A person may paste or type so in a field; elsewhere these keys would do things.
      if (!inField && mayBeReference(burst)) take(event);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [enabled]);
}

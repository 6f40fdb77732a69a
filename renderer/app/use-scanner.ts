import { useEffect, useEffectEvent } from 'react';
import {
  type Burst,
  heard,
  isSoonAfter,
  longestPauseMs,
  mayBeReference,
  noBurst,
  referenceIn,
} from './scanner.ts';
import { pressOf } from './use-keys.ts';

interface Scanning {
  /** A whole reference was scanned, wherever the focus is. */
  readonly onReference: (reference: string) => void;
  /** Only then is it listened for. */
  readonly enabled: boolean;
}

/** React listens to the field's own setter, not to the one that it has put in its place. */
const setValue = (field: HTMLInputElement, value: string): void => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

/** Remembers what stands in the fields of the screen. Gives what puts it back. */
function remembered(): () => void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('main input')];
  const before = fields.map((field) => ({ field, value: field.value }));
  return () => {
    for (const { field, value } of before) if (field.value !== value) setValue(field, value);
  };
}

/**
 * Hears a scanner, which types like a person but faster, and ends with Enter, with Tab or with a pause. What it typed into
 * the screen before it could be told from a person is taken back.
 */
export function useScanner({ onReference, enabled }: Scanning): void {
  const onScan = useEffectEvent(onReference);
  useEffect(() => {
    if (!enabled) return undefined;
    let burst: Burst = noBurst;
    /** What a pause has ended: its Enter may come late still. */
    let ended: Burst = noBurst;
    let inField = false;
    let putBack = (): void => undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      const reference = referenceIn(burst);
      burst = noBurst;
      if (reference === undefined) return;
      putBack();
      onScan(reference);
    };
    const take = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, code, timeStamp: at } = event;
      if (key === 'Shift' || key === 'CapsLock') return;
      clearTimeout(timer);
      const press = pressOf(event);
      if (press && (key === 'Enter' || key === 'Tab')) {
        const isEnd = referenceIn(burst) !== undefined && isSoonAfter(burst, at);
        if (isEnd || (ended !== noBurst && isSoonAfter(ended, at))) take(event);
        ended = noBurst;
        if (isEnd) end();
        else burst = noBurst;
        return;
      }
      if (!press || press.repeat || key.length !== 1 || press.ctrlKey || press.altKey || press.metaKey) {
        burst = noBurst;
        return;
      }
      burst = heard(burst, { key, code, at });
      if (burst.text.length === 1) {
        inField = press.place === 'text';
        putBack = remembered();
      }
      // A person may paste or type so in a field; elsewhere these keys would do things.
      if (!inField && mayBeReference(burst)) take(event);
      if (referenceIn(burst) !== undefined) {
        timer = setTimeout(() => {
          ended = burst;
          end();
        }, longestPauseMs);
      }
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [enabled]);
}

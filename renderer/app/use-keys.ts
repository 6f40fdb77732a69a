import { useEffect, useEffectEvent } from 'react';
import { type KeyAct, type KeyPlace, type KeyPress, actOf } from './keyboard.ts';

const textual = 'input, textarea, select, [contenteditable]';
const pressable = 'button, a[href], [role="button"], [role="radio"], [role="checkbox"], [role="combobox"]';
/** While one of these is open, keys are its own. */
const closed = '[role="alertdialog"], [role="dialog"], [role="listbox"]';

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'elsewhere';
  if (target.matches(textual)) return 'text';
  return target.closest(pressable) ? 'control' : 'elsewhere';
}

/** A press as the pure rules want it, or nothing where keys belong to a dialog or a list. */
export function pressOf(event: KeyboardEvent): KeyPress | undefined {
  if (event.defaultPrevented || event.isComposing) return undefined;
  if (event.target instanceof Element && event.target.closest(closed)) return undefined;
  const { key, ctrlKey, altKey, metaKey, repeat } = event;
  return { key, ctrlKey, altKey, metaKey, repeat, place: placeOf(event.target) };
}

/** Hears the window's keys for as long as the component is there. A handler that takes one gives back true. */
export function useWindowKeys(handle: (press: KeyPress) => boolean): void {
  const onPress = useEffectEvent(handle);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const press = pressOf(event);
      if (press && onPress(press)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Acts by key. An act that is not named here is left to whoever else hears it. */
export function useKeyActs(acts: Readonly<Partial<Record<KeyAct, () => void>>>): void {
  useWindowKeys((press) => {
    const act = actOf(press);
    const run = act && acts[act];
    run?.();
    return run !== undefined;
  });
}

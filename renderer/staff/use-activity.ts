import { useEffect } from 'react';
import { useBridge, useSlice } from '../bridge/till-context.tsx';

/** How often main is told at the most, in ms: it counts minutes. */
const tellEveryMs = 5_000;

const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Tells main that somebody is at the till, while the till locks without them. A key that is held down is nobody. */
export function useActivity(): void {
  const { staff } = useBridge();
  const { lock, locked } = useSlice('staff');
  const counts = lock.afterMinutes !== null && !locked;
  useEffect(() => {
    if (!counts) return undefined;
    let toldAt = Number.NEGATIVE_INFINITY;
    const tell = (event: Event): void => {
      const now = performance.now();
      if (!event.isTrusted || (event instanceof KeyboardEvent && event.repeat)) return;
      if (now - toldAt < tellEveryMs) return;
      toldAt = now;
      void staff.touch();
    };
    for (const touch of touches) window.addEventListener(touch, tell, { capture: true, passive: true });
    return () => {
      for (const touch of touches) window.removeEventListener(touch, tell, { capture: true });
    };
  }, [staff, counts]);
}

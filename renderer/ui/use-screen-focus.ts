import { type RefObject, useEffect, useRef } from 'react';

/**
 * Moves the focus to a screen's heading when the screen comes up: what had the focus before is gone, and a screen reader
 * starts where the new begins. When `key` changes while the screen stays, the heading only catches a focus that was lost.
 */
export function useScreenFocus<Heading extends HTMLElement>(key?: string): RefObject<Heading | null> {
  const heading = useRef<Heading>(null);
  const here = useRef(false);
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost || !here.current) heading.current?.focus({ preventScroll: true });
    here.current = true;
  }, [key]);
  return heading;
}

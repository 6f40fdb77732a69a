import { type ReactNode, useEffect, useRef, useState } from 'react';

/** How far beyond the edge of what scrolls something is still near, in px: some five screens. */
const nearPx = 5_000;

/**
 * Keeps what is far from sight out of the page, and an empty place of its height instead, so that a list of any length
 * scrolls and is redrawn as a short one is. What has the focus stays.
 */
export function NearSight({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  /** The height of what is not drawn, in px. */
  const [left, setLeft] = useState<number>();
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1);
        if (!entry) return;
        if (entry.isIntersecting) setLeft(undefined);
        else if (!element.contains(document.activeElement)) setLeft(entry.boundingClientRect.height);
      },
      { root: element.closest('main'), rootMargin: `${nearPx}px 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place} style={left === undefined ? undefined : { blockSize: left }}>
      {left === undefined && children}
    </div>
  );
}

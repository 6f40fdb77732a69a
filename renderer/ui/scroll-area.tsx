import { type ReactNode, useEffect, useRef, useState } from 'react';

interface ScrollAreaProps {
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly label: string;
}

/** A place that may have to scroll. Only then can it be reached by the keyboard, and is it named. */
export function ScrollArea({ children, className, label }: ScrollAreaProps) {
  const place = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  // After every render, since other children may be there to measure.
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const measure = (): void => setScrolls(element.scrollHeight > element.clientHeight + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  });
  return (
    <div
      ref={place}
      className={className}
      {...(scrolls && { tabIndex: 0, role: 'group', 'aria-label': label })}
    >
      {children}
    </div>
  );
}

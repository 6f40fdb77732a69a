import { type RefObject, useEffect, useRef } from 'react';
import { type Fault } from '../../shared/fault.ts';

/**
 * For what is said of a mistake, beside the control that it is about: when it comes up, the control gets the focus and
 * both come into view.
 */
export function useMistakeInView(fault: Fault): RefObject<HTMLDivElement | null> {
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = message.current?.parentElement;
    const control = field?.querySelector('[role="radio"], input, [role="combobox"]');
    if (control instanceof HTMLElement) control.focus({ preventScroll: true });
    field?.scrollIntoView({ block: 'nearest' });
    // A field may be taller than the window.
    message.current?.scrollIntoView({ block: 'nearest' });
  }, [fault]);
  return message;
}

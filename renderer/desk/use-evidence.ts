import { useCallback, useState } from 'react';
import { type DeskMatter } from '../../shared/views/desk.ts';
import { type TimelineStep } from '../../shared/views/sale.ts';
import { useBridge } from '../bridge/till-context.tsx';
import { type Reading, useReading } from '../bridge/use-reading.ts';

/** What the journal has of a matter, read again whenever main has news of the desk. */
export function useEvidence(matter: DeskMatter): Reading<readonly TimelineStep[]> {
  const { desk } = useBridge();
  const { kind, id } = matter;
  const [seen, setSeen] = useState(matter);
  const reading = useReading(useCallback(() => desk.evidence({ kind, id }), [desk, kind, id]));
  const { readAgain } = reading;
  if (seen !== matter) {
    setSeen(matter);
    readAgain();
  }
  return reading;
}

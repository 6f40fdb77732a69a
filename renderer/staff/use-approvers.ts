import { type Person } from '../../shared/person.ts';
import { type Right, mayApprove } from '../../shared/rights.ts';
import { useSlice } from '../bridge/till-context.tsx';

/** Whose PIN can approve what the person at the till is about to do. */
export function useApprovers(right: Right): readonly Person[] {
  const { people, signedIn, rules } = useSlice('staff');
  return people.filter((person) => mayApprove(rules, person, signedIn, right));
}

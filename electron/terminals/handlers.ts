import type { Handlers } from '../../shared/contract.ts';
import type { Fleet } from './fleet.ts';
import type { FollowedTerminals } from './followed-terminals.ts';

/** The terminals of the account, as the window calls them. */
export const terminalHandlers = (fleet: Fleet, followed: FollowedTerminals): Handlers['terminals'] => ({
  page: ({ after }) => fleet.page(after),
  nextSimulated: () => fleet.nextSimulated(),
  register: (input) => fleet.register(input),
  change: async (input) => {
    const changed = await fleet.change(input);
    // What the screen shows of it is old now, also where nobody knows whether it was changed.
    followed.lookNow(input.terminalId);
    return changed;
  },
  follow: ({ terminalIds }) => followed.set(terminalIds),
});

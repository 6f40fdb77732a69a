import type { Handlers } from '../../shared/contract.ts';
import type { PairedAccount } from './paired-account.ts';
import type { TillsBeside } from './tills-beside.ts';
import type { PairingWizard } from './wizard.ts';

/** The calls of pairing: the wizard's, and those for a till that is paired. */
export const pairingHandlers = (
  wizard: PairingWizard,
  account: PairedAccount,
  beside: TillsBeside,
  onSecret: (secret: string) => void,
): Handlers['pairing'] => ({
  begin: () => wizard.begin(),
  leave: () => wizard.leave(),
  goTo: ({ step }) => wizard.goTo(step),
  connect: (input) => {
    onSecret(input.clientSecret.trim());
    return wizard.connect(input);
  },
  stores: () => wizard.stores(),
  chooseStore: (input) => wizard.chooseStore(input),
  profiles: () => wizard.profiles(),
  chooseProfile: (input) => wizard.chooseProfile(input),
  terminals: () => wizard.terminals(),
  chooseTerminal: (input) => wizard.chooseTerminal(input),
  otherTills: ({ terminalIds }) => beside.onTerminals(terminalIds),
  tillsOfStore: () => beside.inStore(),
  nameTill: (input) => wizard.nameTill(input),
  finish: (input) => wizard.finish(input),
  replaceClient: (typed) => {
    onSecret(typed.clientSecret.trim());
    return account.replaceClient(typed);
  },
  useManagement: (typed) => {
    onSecret(typed.clientSecret.trim());
    return wizard.isOpen ? wizard.useManagement(typed) : account.useManagement(typed);
  },
  removeManagement: () => account.removeManagement(),
  unpair: (_, { approval }) => account.unpair(approval.approver),
});

import { type PairingDraft, type PairingStep } from '../../shared/views/pairing.ts';

/** The steps of the wizard, in order. */
export const pairingSteps: readonly PairingStep[] = [
  'account',
  'store',
  'profile',
  'terminal',
  'till',
  'manager',
];

/** What of a draft belongs to each step; the manager is never part of a draft. */
const isDone: Readonly<Record<PairingStep, (draft: PairingDraft) => boolean>> = {
  account: (draft) => draft.accountId !== undefined,
  store: (draft) => draft.store !== undefined,
  profile: (draft) => draft.profile !== undefined,
  terminal: (draft) => draft.terminals !== undefined,
  till: (draft) => draft.tillName !== undefined,
  manager: () => false,
};

export interface StepView {
  readonly step: PairingStep;
  readonly state: 'done' | 'current' | 'next';
  /** Done before, or the first that is not: it can be gone to. */
  readonly reachable: boolean;
}

/** The steps as the list shows them. */
export function stepViews(draft: PairingDraft | undefined, current: PairingStep): readonly StepView[] {
  const firstOpen = pairingSteps.findIndex((step) => !draft || !isDone[step](draft));
  return pairingSteps.map((step, index) => ({
    step,
    state: step === current ? 'current' : draft && isDone[step](draft) ? 'done' : 'next',
    reachable: index <= firstOpen,
  }));
}

import { type ReactNode, createContext, useCallback, useContext, useState } from 'react';

type Drafts = Map<string, unknown>;

const DraftsContext = createContext<Drafts | undefined>(undefined);

/** What was typed into forms and not sent yet: it is still there when a person goes away and comes back. */
export function DraftsProvider({ children }: { readonly children: ReactNode }) {
  const [drafts] = useState<Drafts>(() => new Map());
  return <DraftsContext value={drafts}>{children}</DraftsContext>;
}

export interface Draft<Value> {
  readonly value: Value;
  /** Changes some of its fields. */
  readonly change: (change: Partial<Value>) => void;
  /** The form is done with: the next one begins anew. */
  readonly forget: () => void;
}

/** The fields of a form, by the form's name. Never for a secret: those are not kept. */
export function useDraft<Value extends object>(form: string, initial: Value): Draft<Value> {
  const drafts = useContext(DraftsContext);
  if (!drafts) throw new Error('Outside of DraftsProvider');
  // A name stands for one form, whose fields are always the same.
  const [value, setValue] = useState(() => (drafts.get(form) as Value | undefined) ?? initial);
  const change = useCallback(
    (part: Partial<Value>) =>
      setValue((before) => {
        // Another screen may have filled in some of it meanwhile.
        const after = { ...((drafts.get(form) as Value | undefined) ?? before), ...part };
        drafts.set(form, after);
        return after;
      }),
    [drafts, form],
  );
  const forget = useCallback(() => void drafts.delete(form), [drafts, form]);
  return { value, change, forget };
}

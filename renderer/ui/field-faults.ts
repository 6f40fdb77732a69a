import { type Fault } from '../../shared/fault.ts';

/** A fault shared out: to the fields of a form by their names, and the rest to the form itself. */
export interface FieldFaults<Field extends string> {
  readonly of: (field: Field) => Fault | undefined;
  readonly rest: Fault | undefined;
}

export function fieldFaults<Field extends string>(
  fault: Fault | undefined,
  fields: readonly Field[],
): FieldFaults<Field> {
  const field = fields.find((name) => name === fault?.field);
  return {
    of: (name) => (name === field ? fault : undefined),
    rest: field === undefined ? fault : undefined,
  };
}

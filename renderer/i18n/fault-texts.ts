import { type FaultCode, type FaultFamily } from '../../shared/fault.ts';

/** What happened, and what to do next. `next` may be empty where the first says it all. */
export interface FaultText {
  readonly what: string;
  readonly next: string;
}

type InFamily<Family extends FaultFamily> = FaultCode extends infer Code
  ? Code extends `${Family}.${infer Rest}`
    ? Rest
    : never
  : never;

/** A text for every code there is. A new code without one is a type error. */
export type FaultTexts = {
  readonly [Family in FaultFamily]: { readonly [Code in InFamily<Family>]: FaultText };
};

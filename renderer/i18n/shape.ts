/** The same keys with any words: what a dictionary of another language must be. */
export type SameShape<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : SameShape<Words[Key]>;
};

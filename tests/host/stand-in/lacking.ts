/** What a stand-in says of an API that it does not have: its name, so that nobody is fooled by a silent nothing. */
export const lacking = (name: string): Error =>
  new Error(
    `The stand-in for Electron has no ${name}. It is in tests/host/stand-in; see launch.ts for its limits.`,
  );

/** The language itself asks for these, of any object. */
const askedByTheLanguage: ReadonlySet<string> = new Set(['then', 'toJSON']);

/** A prototype that knows what `parent` knows and throws by name for everything else. */
function lackingPrototype(owner: string, parent: object): object {
  return new Proxy(parent, {
    get: (target, key, receiver): unknown => {
      if (typeof key === 'symbol' || key in target || askedByTheLanguage.has(key)) {
        return Reflect.get(target, key, receiver);
      }
      throw lacking(`${owner}.${key}`);
    },
    set: (target, key, value, receiver) => {
      if (typeof key === 'symbol' || key in target) return Reflect.set(target, key, value, receiver);
      throw lacking(`${owner}.${key}`);
    },
  });
}

/** Closes an object: from now on whatever it does not have throws by name. */
export function closed<Value extends object>(owner: string, value: Value): Value {
  Object.setPrototypeOf(value, lackingPrototype(owner, Object.prototype));
  return value;
}

/** Closes the instances of a class in the same way. */
export function closeClass(owner: string, made: { readonly prototype: object }): void {
  const parent: unknown = Object.getPrototypeOf(made.prototype);
  if (typeof parent !== 'object' || parent === null) throw new Error(`${owner} has no prototype`);
  Object.setPrototypeOf(made.prototype, lackingPrototype(owner, parent));
}

/** Stands where Electron has a whole module or class that the stand-in lacks. */
export const absent = (name: string): object =>
  new Proxy(function missing() {}, {
    get: (_target, key) => {
      if (typeof key === 'symbol' || askedByTheLanguage.has(key)) return undefined;
      throw lacking(`${name}.${key}`);
    },
    apply: () => {
      throw lacking(`${name}()`);
    },
    construct: () => {
      throw lacking(`new ${name}()`);
    },
  });

/**
 * Packs the parts of a message between page and main as text. Electron copies more than JSON, and a binding of
 * Chromium's less, each in its own way; so anything but plain JSON is refused here, where the same message would arrive
 * as something else. Runs in the page too, and so uses nothing from outside.
 */
export function packMessage(parts: readonly unknown[]): string {
  const isPlain = (value: object): boolean => {
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
  };
  const refuseOthers = (value: unknown, at: string): void => {
    if (value === null || ['string', 'boolean', 'undefined'].includes(typeof value)) return;
    if (typeof value === 'number' && Number.isFinite(value)) return;
    if (Array.isArray(value)) {
      value.forEach((item, index) => refuseOthers(item, `${at}[${index}]`));
      return;
    }
    if (typeof value === 'object' && isPlain(value)) {
      for (const [key, item] of Object.entries(value)) refuseOthers(item, `${at}.${key}`);
      return;
    }
    throw new TypeError(`IPC carries plain JSON only; ${at} is ${Object.prototype.toString.call(value)}`);
  };
  parts.forEach((part, index) => refuseOthers(part, `part ${index + 1}`));
  // JSON has no undefined: an empty object stands for it.
  return JSON.stringify(parts.map((part) => (part === undefined ? {} : { part })));
}

/** The parts of a message that `packMessage` made. Runs in the page too, and so uses nothing from outside. */
export function unpackMessage(text: string): readonly unknown[] {
  const packed: unknown = JSON.parse(text);
  if (!Array.isArray(packed)) throw new TypeError('Not a message');
  return packed.map((item: unknown) =>
    typeof item === 'object' && item !== null && 'part' in item ? item.part : undefined,
  );
}

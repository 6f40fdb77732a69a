import { z } from 'zod';
import { inputFault } from '../../shared/fault.ts';
import { personSchema } from '../../shared/person.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import { changedRulesSchema } from '../../shared/rights.ts';
import {
  localeSchema,
  lockRulesSchema,
  longestRefundReason,
  mostRefundReasons,
  themeSchema,
} from '../../shared/views/app.ts';
import { keptOperationSchema } from '../terminals/kept-operation.ts';
import { storedDraftSchema, storedPairingSchema } from './stored-pairing.ts';

/** One JSON file of settings; electron-store in the app. */
export interface SettingsFile {
  readonly content: Readonly<Record<string, unknown>>;
  readonly set: (key: string, value: unknown) => void;
  readonly delete: (key: string) => void;
}

/** The page that a browser would return to. Nobody sees it in a shop, but Dintero requires one. */
export const defaultReturnUrl = 'https://www.dintero.com/';

/** The till's deadline in seconds (rule P10). */
export const deadlineLimits = { least: 120, most: 600, usual: 180 } as const;

const httpsUrl = z.url({ protocol: /^https$/ });

/** Wrong PINs of a person, and the wait for the last: since when, by how long the machine was running then, and for how long. In ms. */
const lockoutSchema = z
  .object({ failed: z.int().min(0), sinceMs: z.number().min(0), forMs: z.int().min(0) })
  .readonly();
export type Lockout = z.infer<typeof lockoutSchema>;

/** As an older version kept it: until a moment of the clock on the wall. */
const oldLockoutSchema = z.object({ failed: z.int().min(0), lockedUntil: z.int() }).readonly();

/**
 * Every setting with its schema and its default. No secret is a setting. Absent values take the default; a value that
 * does not fit makes the file a broken one, which is set aside as a whole and never read in part.
 */
const settingsSchema = z.object({
  locale: localeSchema.optional(),
  theme: themeSchema.default('system'),
  returnUrl: httpsUrl.default(defaultReturnUrl),
  callbackUrl: httpsUrl.or(z.literal('')).default(''),
  deadlineSeconds: z.int().min(deadlineLimits.least).max(deadlineLimits.most).default(deadlineLimits.usual),
  refundsOnTerminal: z.boolean().default(true),
  refundReasons: z
    .array(z.string().min(1).max(longestRefundReason))
    .max(mostRefundReasons)
    .readonly()
    .default([]),
  pairing: storedPairingSchema.optional(),
  pairingDraft: storedDraftSchema.optional(),
  people: z.array(personSchema).readonly().default([]),
  lastPersonId: z.string().optional(),
  lockouts: z.record(z.string(), z.union([lockoutSchema, oldLockoutSchema])).default({}),
  /** When the till locks by itself, as far as a manager decided. */
  lock: lockRulesSchema.unwrap().partial().readonly().prefault({}),
  /** What a manager changed of who may do what. */
  rights: changedRulesSchema.prefault({}),
  /** What terminals were last asked to do; the newest last. Not worth the rest of the file: what does not fit is forgotten. */
  operations: z.array(keptOperationSchema).readonly().catch([]).default([]),
  trainingOpen: z.boolean().default(false),
});

const schemas = settingsSchema.shape;

export type SettingValues = Readonly<z.infer<typeof settingsSchema>>;
export type SettingKey = keyof SettingValues;

/** Whether everything in a settings file fits. Told before the file is used, so that it can be set aside whole. */
export const fitsSettings = (content: Readonly<Record<string, unknown>>): boolean =>
  settingsSchema.safeParse(content).success;

/** The settings of one profile: read once, parsed on every change. */
export class Settings {
  readonly #file: SettingsFile;
  readonly #onChange: () => void;
  #values: SettingValues;

  constructor(file: SettingsFile, onChange: () => void) {
    this.#file = file;
    this.#onChange = onChange;
    this.#values = settingsSchema.parse(file.content);
  }

  get<Key extends SettingKey>(key: Key): SettingValues[Key] {
    return this.#values[key];
  }

  /** Stores a value, or takes it out with `undefined`. */
  set<Key extends SettingKey>(key: Key, value: SettingValues[Key]): void {
    const values = settingsSchema.parse({ ...this.#values, [key]: value });
    if (value === undefined) {
      this.#file.delete(key);
    } else {
      this.#file.set(key, value);
    }
    this.#values = values;
    this.#onChange();
  }
}

/** What a person may change on the settings screen, as typed. */
export interface SettingsInput {
  readonly locale?: SettingValues['locale'];
  readonly theme?: SettingValues['theme'] | undefined;
  readonly returnUrl?: string | undefined;
  readonly callbackUrl?: string | undefined;
  readonly deadlineSeconds?: number | undefined;
  readonly refundsOnTerminal?: boolean | undefined;
  readonly refundReasons?: readonly string[] | undefined;
}

/** Takes over what was typed: all of it, or nothing with the first field that does not fit. */
export function saveSettings(settings: Settings, input: SettingsInput): Result<null> {
  const returnUrl = input.returnUrl?.trim();
  const callbackUrl = input.callbackUrl?.trim();
  if (returnUrl !== undefined && !schemas.returnUrl.safeParse(returnUrl).success) {
    return err(inputFault('input.address', 'returnUrl'));
  }
  if (callbackUrl !== undefined && !schemas.callbackUrl.safeParse(callbackUrl).success) {
    return err(inputFault('input.address', 'callbackUrl'));
  }
  if (
    input.deadlineSeconds !== undefined &&
    !schemas.deadlineSeconds.safeParse(input.deadlineSeconds).success
  ) {
    const { least, most } = deadlineLimits;
    return err(inputFault('input.deadline', 'deadlineSeconds', { least, most }));
  }
  if (input.locale !== undefined) settings.set('locale', input.locale);
  if (input.theme !== undefined) settings.set('theme', input.theme);
  if (returnUrl !== undefined) settings.set('returnUrl', returnUrl);
  if (callbackUrl !== undefined) settings.set('callbackUrl', callbackUrl);
  if (input.deadlineSeconds !== undefined) settings.set('deadlineSeconds', input.deadlineSeconds);
  if (input.refundsOnTerminal !== undefined) settings.set('refundsOnTerminal', input.refundsOnTerminal);
  if (input.refundReasons !== undefined) settings.set('refundReasons', tidy(input.refundReasons));
  return ok(null);
}

/** Each once, and none that is empty. */
const tidy = (reasons: readonly string[]): readonly string[] => [
  ...new Set(reasons.map((reason) => reason.trim()).filter((reason) => reason !== '')),
];

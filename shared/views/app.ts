import { z } from 'zod';
import { faultSchema } from '../fault.ts';
import { millisecondsSchema } from '../moment.ts';
import { personSchema } from '../person.ts';
import { rulesSchema } from '../rights.ts';

/**
 * What main shows the renderer, slice by slice: here the app, the line to Dintero, the settings and the people. In every
 * view times are milliseconds since 1970 and amounts minor units; no secret is part of any, and the router drops every
 * member that is not named.
 */

export const localeSchema = z.enum(['en', 'nb']);
export type Locale = z.infer<typeof localeSchema>;

export const themeSchema = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof themeSchema>;

/** Something that happened to the till itself and must be read: a file set aside, a wrong clock. */
export const noticeSchema = z.object({ id: z.string(), fault: faultSchema }).readonly();
export type Notice = z.infer<typeof noticeSchema>;

export const appViewSchema = z
  .object({
    version: z.string(),
    /** What carries the window: Electron, or the stand-in in the system's browser. */
    host: z.enum(['electron', 'stand-in']),
    mode: z.enum(['live', 'training']),
    /** Which part of the app is open. */
    stage: z.enum(['welcome', 'pairing', 'till']),
    notices: z.array(noticeSchema).readonly(),
    /** Payments that still run in the live profile while this is training. */
    liveMatters: z.int(),
  })
  .readonly();
export type AppView = z.infer<typeof appViewSchema>;

export const networkViewSchema = z
  .object({
    online: z.boolean(),
    /** Why not, when offline. */
    fault: faultSchema.optional(),
    retryAt: millisecondsSchema.optional(),
  })
  .readonly();
export type NetworkView = z.infer<typeof networkViewSchema>;

/** How many reasons for refunds are kept, and how long one may be. */
export const mostRefundReasons = 20;
export const longestRefundReason = 100;

export const settingsViewSchema = z
  .object({
    locale: localeSchema,
    theme: themeSchema,
    returnUrl: z.string(),
    callbackUrl: z.string(),
    deadlineSeconds: z.int(),
    /** Whether refunds name a terminal on which the customer confirms. */
    refundsOnTerminal: z.boolean(),
    /** The shop's own reasons for refunds; none for the usual ones. */
    refundReasons: z.array(z.string()).readonly(),
  })
  .readonly();
export type SettingsView = z.infer<typeof settingsViewSchema>;

/** How long nobody may have touched the till before it locks, in minutes. */
export const idleLimits = { least: 1, most: 480, usual: 10 } as const;

/** When the till locks by itself: when it is started, and after so many minutes without a touch; `null` for never. */
export const lockRulesSchema = z
  .object({
    atStart: z.boolean(),
    afterMinutes: z.int().min(idleLimits.least).max(idleLimits.most).nullable(),
  })
  .readonly();
export type LockRules = z.infer<typeof lockRulesSchema>;

export const staffViewSchema = z
  .object({
    people: z.array(personSchema).readonly(),
    signedIn: personSchema.optional(),
    locked: z.boolean(),
    lock: lockRulesSchema,
    /** Who may do what, and up to which limits. */
    rules: rulesSchema,
  })
  .readonly();
export type StaffView = z.infer<typeof staffViewSchema>;

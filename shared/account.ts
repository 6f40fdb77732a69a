import { z } from 'zod';

/** A Dintero account: `T` for test, `P` for live, and eight digits. */
export const accountIdSchema = z.string().regex(/^[PT]\d{8}$/);

/** Where an account's money is real. */
export const isLiveAccount = (accountId: string): boolean => accountId.startsWith('P');

import { z } from 'zod';

/** A moment as the journal and the views carry it: milliseconds since 1970. */
export const millisecondsSchema = z.int();

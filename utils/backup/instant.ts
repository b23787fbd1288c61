import { z } from 'zod';

/** A moment that has a date: years 1 to 9999. Any other number would be a date that no screen can show. */
export const instant = z.number().min(-62_135_596_800_000).max(253_402_300_799_999);

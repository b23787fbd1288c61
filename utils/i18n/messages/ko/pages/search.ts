import type { search as en } from '../../en/pages/search';
import type { Translated } from '../../shape';

export const search: Translated<typeof en> = {};

import type { deal as en } from '../../en/pages/deal';
import type { Translated } from '../../shape';

export const deal: Translated<typeof en> = {};

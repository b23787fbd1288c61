import type { evidence as en } from '../en/evidence';
import type { Translated } from '../shape';

export const evidence: Translated<typeof en> = {};

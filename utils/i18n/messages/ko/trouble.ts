import type { trouble as en } from '../en/trouble';
import type { Translated } from '../shape';

export const trouble: Translated<typeof en> = {};

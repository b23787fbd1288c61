import type { settings as en } from '../../en/pages/settings';
import type { Translated } from '../../shape';

export const settings: Translated<typeof en> = {};

import type { help as en } from '../../en/pages/help';
import type { Translated } from '../../shape';

export const help: Translated<typeof en> = {};

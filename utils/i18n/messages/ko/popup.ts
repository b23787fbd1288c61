import type { popup as en } from '../en/popup';
import type { Translated } from '../shape';

export const popup: Translated<typeof en> = {};

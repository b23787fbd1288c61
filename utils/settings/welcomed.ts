/** Whether the welcome was opened by itself, once, after installing. */
import { storedItem } from './stored-item';

export const welcomed = storedItem<boolean>('local', 'welcomed', false);

/** When it was last looked for what is to be deleted by its date. */
import type { Care } from '../meeting/retention';
import { storedItem } from './stored-item';

export const careDay = storedItem<Care | null>('local', 'careDay', null);

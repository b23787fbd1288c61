/** Whether there has been something to lose in this profile; null before, and after an emptiness was taken note of. */
import { storedItem } from './stored-item';

export const hadData = storedItem<boolean | null>('local', 'hadData', null);

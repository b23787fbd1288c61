import type { review as en } from '../en/review';
import type { Translated } from '../shape';

export const review: Translated<typeof en> = {
  title: 'review',
};

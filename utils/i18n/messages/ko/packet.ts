import type { packet as en } from '../en/packet';
import type { Translated } from '../shape';

export const packet: Translated<typeof en> = {
  title: 'packet',
};

/** People of an account, ours or theirs, kept beyond one meeting. */
import type { Side } from '../meeting/meeting';

/** What a person decides in this purchase; '' = not known. */
export const INFLUENCES = ['decides', 'influences', 'uses', 'blocks'] as const;
export type Influence = (typeof INFLUENCES)[number];

export interface Contact {
  id: string;
  accountId: string;
  /** NFC. */
  name: string;
  role: string;
  influence: Influence | '';
  side: Side;
  email: string;
  phone: string;
  remark: string;
  /** Ids of others who look like the same person, and somebody said are not. */
  apart?: string[];
  createdAt: number;
  updatedAt: number;
}

/** Whose side the people of a script are on, and which of them is the rep. */
import type { Side } from '@/utils/meeting/meeting';
import type { PracticeCall } from './practice-call';

/** Whose side a person of the script is on; ours are sales, unless the role says delivery. */
export function sideOf(side: string, role: string): Side {
  if (/customer|client|고객/i.test(side)) return 'customer';
  if (!/us|sales|delivery|우리/i.test(side)) return 'unknown';
  return /delivery|수행|PM|implementation|engineer|consultant/i.test(`${side} ${role}`) ? 'delivery' : 'sales';
}

/** The person who has the panel open: of our sales, else of our side, else whoever is not the customer's. */
export function repOf({ people }: Pick<PracticeCall, 'people'>): PracticeCall['people'][number] | undefined {
  const on = (side: Side): PracticeCall['people'][number] | undefined => people.find((one) => sideOf(one.side, one.role) === side);
  return on('sales') ?? on('delivery') ?? on('unknown');
}

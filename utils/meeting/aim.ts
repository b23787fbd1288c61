/** What a meeting was for, and whether it got there: said by a person, of the words that stand. */
export const AIM_RESULTS = ['reached', 'partly', 'not_yet'] as const;
export type AimResult = (typeof AIM_RESULTS)[number];

interface Aimed { aim: string; aimResult?: AimResult | null }

/** Another aim has no result yet: nobody was asked about it. */
export function withAim({ aim: before, aimResult = null }: Aimed, aim: string): Aimed {
  const same = aim.trim() !== '' && aim.trim() === before.trim();
  return aimResult === null || same ? { aim } : { aim, aimResult: null };
}

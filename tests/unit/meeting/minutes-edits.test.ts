import fc from 'fast-check';
import { expect, it } from 'vitest';
import { customerKey, editsForCustomer, editsForUs, goesOut, leftOut } from '@/utils/meeting/minutes-edits';
import { MINUTES_SECTIONS } from '@/utils/packet/render/minutes';

it('prints for the customer what was worded for them, else an edit that may go out, and nothing else', () => {
  const edits = { decisions: 'D', aim: 'A', promises: 'P', [customerKey('promises')]: 'PC', notes: 'N', attendees: 'W', [customerKey('attendees')]: 'WC', [customerKey('gaps')]: 'GC' };
  expect(editsForCustomer(edits)).toEqual({ decisions: 'D', promises: 'PC', attendees: 'WC', gaps: 'GC' });
  expect(editsForUs(edits)).toEqual({ decisions: 'D', aim: 'A', promises: 'P', notes: 'N', attendees: 'W' });
  expect(leftOut(edits)).toEqual(['aim', 'notes']);
});

it('lets no edit out that was written for us, and tells of each one that is left out', () => {
  const section = fc.constantFrom(...MINUTES_SECTIONS);
  fc.assert(fc.property(fc.dictionary(section, fc.string().map((text) => `us ${text}`)), fc.dictionary(section.map(customerKey), fc.string()), (ours, theirs) => {
    const out = editsForCustomer({ ...ours, ...theirs });
    for (const one of MINUTES_SECTIONS) {
      const worded = theirs[customerKey(one)];
      expect(out[one]).toBe(worded ?? (goesOut(one) ? ours[one] : undefined));
      expect(leftOut({ ...ours, ...theirs }).includes(one)).toBe(one in ours && !(one in out));
    }
    expect(editsForUs({ ...ours, ...theirs })).toEqual(ours);
  }));
});

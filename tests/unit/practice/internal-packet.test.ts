/** A copy for others is compared by the deal as it is stored. */
import { expect, it } from 'vitest';
import { internalPacket } from '@/tests/practice/internal-packet';
import { buildPacket } from '@/utils/packet/build';
import { packetInput } from '../packet/fixture';

it('gives back what a redacted copy leaves out', async () => {
  const input = packetInput({ redaction: 'anonymised' });
  const { deal, account, meetings, answers, contradictions, gaps, notes, commitments, wants } = input;
  const stranger = { ...gaps[0], id: 'other', dealId: 'another deal' };
  const stored = JSON.stringify({ tables: { baton: { deals: [deal], accounts: [account], meetings, answers, contradictions, gaps: [...gaps, stranger], notes, commitments, wants } } });
  const redacted = buildPacket(input);
  expect(redacted.gaps.length).toBeLessThan(gaps.length);
  const whole = await internalPacket(stored, redacted);
  expect(whole.gaps.map((gap) => gap.owner)).toEqual(buildPacket(packetInput()).gaps.map((gap) => gap.owner));
  await expect(internalPacket('{"tables":{}}', redacted)).rejects.toThrow('not in the database');
});

/** What must stay exact stays: ids, hashes, times and addresses are never taken for somebody's number, whatever they look like. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packetJson } from '@/utils/packet/build/canonical';
import { maskIdentityNumbers } from '@/utils/packet/build/mask-numbers';
import type { ExportedPacket } from '@/utils/packet/export';
import { exportPacket } from '@/utils/packet/export';
import { parsePacket } from '@/utils/packet/parse';
import { renderEvidence } from '@/utils/packet/render/evidence';
import { PACKET_JOBS } from '@/utils/services/packet/packet-jobs';
import { aClip, aContradiction, aGap, aMeeting, anAnswer, aNote, aPromise, aWant, signedDeal, smallInput } from '../small';

/** A UUID in which a card number with a valid check digit stands. */
const CARD_ID = '7f2f4961-1990-4732-8710-745038b3cb05';

function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((all, digit, i) => { const n = Number(digit) * (i % 2 === 0 ? 2 : 1); return all + (n > 9 ? n - 9 : n); }, 0);
  return String((10 - (sum % 10)) % 10);
}
/** Ids of which all look like a card number or a resident number. */
const idLikeANumber = fc.tuple(fc.stringMatching(/^[0-9]{15}$/), fc.constantFrom('', '-'), fc.stringMatching(/^[a-f]{4}$/), fc.boolean()).map(([digits, mark, hex, resident]) =>
  (resident ? `${hex}-900101-1${digits.slice(0, 6)}-${hex}` : `${hex}-${(digits + checkDigit(digits)).match(/\d{4}/g)?.join(mark) ?? ''}-${hex}`));

/** What leaves is read back as it is, and the files of a download that comes later are those of the first. */
function holds(out: ExportedPacket): void {
  expect(parsePacket(JSON.parse(packetJson(out.packet)))).toEqual({ ok: true, packet: out.packet });
  expect(Buffer.from(PACKET_JOBS.zipAgain({ json: out.json, evidence: out.evidence })).equals(out.zip)).toBe(true);
}

describe('ids that look like the number of a card', () => {
  it('are in the packet as they are in its rows', () => {
    expect(maskIdentityNumbers(`${CARD_ID} `)).not.toContain(CARD_ID);
    const out = exportPacket(smallInput({ gaps: [aGap(CARD_ID)], clips: [aClip(CARD_ID, { url: `https://hanbit.example/${CARD_ID}?card=4111111111111111`, html: '<p><a href="https://hanbit.example/4111111111111111">4111111111111111</a></p>' })] }, { id: CARD_ID }));
    expect([out.packet.gaps[0]?.id, out.packet.clips[0]?.id, out.packet.packet.id]).toEqual([CARD_ID, CARD_ID, CARD_ID]);
    expect(out.files['gaps.csv']).toContain(`"${CARD_ID}"`);
    expect(out.packet.clips[0]?.url).toBe(`https://hanbit.example/${CARD_ID}?card=4111111111111111`);
    expect(Object.values(out.evidence)[0]).toContain('<p><a href="https://hanbit.example/4111111111111111">4111-****-****-****</a></p>');
    holds(out);
  });

  it('come back from packet.json, and the download after it is the same', () => {
    fc.assert(fc.property(fc.uniqueArray(idLikeANumber, { minLength: 12, maxLength: 12 }), ([packet = '', deal = '', account = '', meeting = '', gap = '', clip = '', note = '', promise = '', want = '', conflict = '', previous = '', answer = '']) => {
      const base = smallInput();
      const at = { meetingId: meeting };
      const rows = {
        deal: { ...signedDeal([{ kind: 'gap', ref: gap, by: '박서연', why: '', at: 0 }]), id: deal, accountId: account }, account: { ...base.account, id: account }, meetings: [aMeeting({ id: meeting })],
        answers: [anAnswer('scope.must', '4111-1111-1111-1111', { id: answer, ...at })], gaps: [aGap(gap, at)], clips: [aClip(clip, at)], notes: [aNote('pain', note, at)], commitments: [aPromise(promise, at)],
        wants: [aWant(want, { painId: note, ...at })], contradictions: [aContradiction('scope.must', { id: conflict, ...at })],
        previous: exportPacket(smallInput({}, { id: previous })).packet,
      };
      const out = exportPacket(smallInput(rows, { id: packet }));
      const told = out.packet;
      expect([told.packet.id, told.packet.supersedes, told.changes?.since, told.deal.id, told.account.id, told.meetings[0]?.id]).toEqual([packet, previous, previous, deal, account, meeting]);
      expect([told.gaps[0]?.id, told.gaps[0]?.raisedIn, told.clips[0]?.id, told.wants[0]?.painId, told.commitments[0]?.id, told.contradictions[0]?.id, told.acceptedRisks?.[0]?.ref]).toEqual([gap, meeting, clip, note, promise, conflict, gap]);
      expect(out.json).not.toContain('4111-1111');
      holds(out);
    }), { numRuns: 10 });
  });

  it('do not cost a page of evidence its file, when its hash is one', () => {
    const isMasked = (clip: ReturnType<typeof aClip>): boolean => {
      const hash = createHash('sha256').update(renderEvidence(clip, '2026-11-24T14:00:00+09:00')).digest('hex');
      return maskIdentityNumbers(hash) !== hash;
    };
    const clip = Array.from({ length: 100_000 }, (_unused, i) => i).map((i) => () => aClip('c', { title: `page ${i}` })).find((make) => isMasked(make()))?.();
    const out = exportPacket(smallInput({ clips: [clip ?? aClip('none looks like one')] }));
    expect(maskIdentityNumbers(out.packet.clips[0]?.fileHash)).not.toBe(out.packet.clips[0]?.fileHash);
    expect(Object.keys(out.evidence)).toHaveLength(1);
    holds(out);
  });
});

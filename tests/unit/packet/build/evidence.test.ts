/** Evidence in a packet: which clips travel, as what, and behind which answer. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { trustedEvidence } from '@/utils/packet/build/evidence';
import { exportPacket, filesOf } from '@/utils/packet/export';
import type { ExportedPacket } from '@/utils/packet/export';
import type { PacketInput } from '@/utils/packet/input';
import { parsePacket } from '@/utils/packet/parse';
import { answers, answer, clip, itemOn, packetInput } from '../fixture';

const PAGE = '<h2>재고</h2><p>실사는 <b>월말</b></p>';
function input(rows: Partial<PacketInput> = {}, redaction: 'internal' | 'customer_safe' | 'anonymised' = 'internal'): PacketInput {
  const base = packetInput({ redaction }, rows);
  const on = itemOn('pain.primary');
  return {
    ...base,
    clips: [
      clip('나중에 보관한 기사', { id: 'late', at: base.options.createdAt - 1000, html: PAGE }),
      clip('재고 관리 안내', { id: 'pinned', itemId: on.id, topic: on.topic, html: PAGE }),
      clip('', { id: 'link', kind: 'link', limit: 'pdf', url: 'https://hanbit.example/a.pdf', html: '', text: '' }),
    ],
  };
}

describe('evidence', () => {
  let out: ExportedPacket;
  beforeAll(() => { out = exportPacket(input()); });

  it('travels as one file a clip, oldest first, each with the hash of its file', () => {
    expect(out.packet.clips.map((c) => [c.id, c.file])).toEqual([
      ['pinned', 'evidence/01-재고-관리-안내.html'], ['link', 'evidence/02-_.html'], ['late', 'evidence/03-나중에-보관한-기사.html'],
    ]);
    for (const c of out.packet.clips) expect(c.fileHash).toBe(createHash('sha256').update(out.files[c.file] ?? '').digest('hex'));
    expect(out.files['evidence/01-재고-관리-안내.html']).toContain(PAGE);
    expect(out.files['evidence/02-_.html']).toContain('href="https://hanbit.example/a.pdf"');
    expect(parsePacket(JSON.parse(out.files['packet.json'] ?? '')).ok).toBe(true);
  });

  it('stands behind the answer it is pinned to, in the data and on the page', () => {
    const pain = out.packet.answers.find((a) => a.topic === 'pain.primary');
    expect(pain?.evidence).toContainEqual({ kind: 'document', ref: 'pinned', meetingId: null, offsetMs: null });
    expect(out.packet.answers.flatMap((a) => a.evidence).filter((e) => e.kind === 'document')).toHaveLength(1);
    expect(out.files['packet.html']).toContain('href="evidence/01-%EC%9E%AC');
    expect(out.files['packet.md']).toContain('재고 관리 안내');
  });

  it('is the same again from the stored packet and its files', () => {
    expect(filesOf(out.packet, out.evidence).zip).toEqual(out.zip);
    expect(Object.keys(out.evidence)).toEqual(out.packet.clips.map((c) => c.file));
  });

  it('from a row that somebody else wrote is only taken when it is what the packet says, and Baton made it', () => {
    const [path = ''] = Object.keys(out.evidence);
    expect(trustedEvidence(out.packet, out.evidence)).toEqual(out.evidence);
    expect(trustedEvidence(out.packet, { ...out.evidence, [path]: `${out.evidence[path] ?? ''} ` })).not.toHaveProperty([path]);
    expect(trustedEvidence(out.packet, { '../x.html': 'x' })).toEqual({});
    const hostile = '<!doctype html><script>1</script>';
    const fileHash = createHash('sha256').update(hostile).digest('hex');
    const forged = { ...out.packet, clips: out.packet.clips.map((c) => ({ ...c, file: 'evidence/x.html', fileHash })) };
    expect(trustedEvidence(forged, { 'evidence/x.html': hostile })).toEqual({});
  });

  it.each(['customer_safe', 'anonymised'] as const)('stays here in a %s copy', (redaction) => {
    const copy = exportPacket(input({}, redaction));
    expect(copy.packet.clips).toEqual([]);
    expect(Object.keys(copy.files).filter((path) => path.startsWith('evidence/'))).toEqual([]);
    expect(copy.packet.answers.flatMap((a) => a.evidence)).toEqual([]);
    expect(Object.values(copy.files).join('')).not.toContain('hanbit.example');
  });

  it('of an item covered off the record is not named', () => {
    const hidden = [...answers().filter((a) => a.topic !== 'pain.primary'), answer('pain.primary', { offRecord: true, value: null, raw: '', saidBy: '' })];
    const quiet = exportPacket(input({ answers: hidden }));
    expect(quiet.packet.clips.map((c) => c.id)).toEqual(['link', 'late']);
    expect(Object.values(quiet.files).join('')).not.toContain('재고 관리 안내');
  });

  it('too large to travel is named without a file', () => {
    const base = input();
    const heavy = exportPacket({ ...base, clips: [clip('짐', { id: 'heavy', html: 'x'.repeat(4_000_001) }), ...base.clips] });
    expect(heavy.packet.clips.find((c) => c.id === 'heavy')).toMatchObject({ file: '', fileHash: '' });
    expect(Object.keys(heavy.evidence)).toHaveLength(3);
  });

  it('carries no resident number', () => {
    const base = input();
    const masked = exportPacket({ ...base, clips: [clip('901010-1234567 씨', { html: '<p>901010-1234567</p>' })] });
    expect(Object.values(masked.files).join('')).not.toContain('1234567');
  });
});

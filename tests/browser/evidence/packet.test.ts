/** Evidence on its way into a packet, where there is a document: rows are strangers again before they are printed. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { db } from '@/utils/db/database';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { createDeal } from '@/utils/services/deal/create-deal';
import { makePacket } from '@/utils/services/packet/make-packet';
import { readPacketFiles } from '@/utils/services/packet/read-packet-files';
import { purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { emptyDatabase } from '../call/stage';

const HTML = '<h2>재고</h2><script>window.hit=1</script><p onclick="hit()">실사 <a href="javascript:hit()">월말</a></p><img src="https://evil.test/p.png" alt="그림"><svg onload="hit()"></svg><form><input></form>';
const CHOICES = { purpose: 'estimate', language: 'ko', createdBy: '박서연', sendAnywayReason: '먼저 검토 요청', request: DEFAULT_REQUEST } as const;

beforeEach(emptyDatabase);
afterEach(() => { vi.unstubAllGlobals(); });

async function dealWithClip(): Promise<{ dealId: string; meetingId: string }> {
  const dealId = await createDeal(db, { accountName: '가온', dealName: '재고', stage: 'estimate', customerDue: null, checklist: { id: 'custom-development', version: 1 }, alsoChecklists: [] }, 1);
  const { id: meetingId } = await startManualMeeting(db, dealId, '첫 미팅', 2);
  await db.clips.put({
    id: 'c1', dealId, meetingId, itemId: null, topic: 'pain.primary', kind: 'article', limit: null, url: 'https://www.example-customer.test/news/1', title: '재고 기사', siteName: '', byline: '',
    language: 'ko', direction: 'ltr', html: HTML, text: '재고 실사 월말', at: 5, updatedAt: 5,
  });
  return { dealId, meetingId };
}

it('is made harmless, stored with the packet, and the same again later', async () => {
  const { dealId, meetingId } = await dealWithClip();
  const made = await makePacket(db, dealId, meetingId, { ...CHOICES, redaction: 'internal' }, 10);
  const page = made.files['evidence/01-재고-기사.html'] ?? '';
  expect(page).toContain('<h2>재고</h2>');
  expect(page).toContain('href="https://evil.test/p.png"');
  expect(page).not.toMatch(/<script|<img|<svg|<form|<input|onclick|onload|javascript:/i);
  expect((await readPacketFiles(db, made.packet.packet.id)).zip).toEqual(made.zip);
  expect((await makePacket(db, dealId, meetingId, { ...CHOICES, redaction: 'customer_safe' }, 11)).evidence).toEqual({});
});

it('leaves the stored packet when its meeting is deleted', async () => {
  const { dealId, meetingId } = await dealWithClip();
  const { packet } = await makePacket(db, dealId, meetingId, { ...CHOICES, redaction: 'internal' }, 10);
  expect(Object.keys((await db.packets.get(packet.packet.id))?.evidence ?? {})).toHaveLength(1);
  await purgeMeeting(db, meetingId, 20);
  expect(await db.packets.get(packet.packet.id)).toMatchObject({ json: '', evidence: {} });
});

it('is built in a worker, and the same byte for byte as where there is none', async () => {
  const { dealId, meetingId } = await dealWithClip();
  const started = vi.fn();
  vi.stubGlobal('Worker', class extends Worker {
    constructor(address: string | URL, options?: WorkerOptions) { super(address, options); started(); }
  });
  const made = await makePacket(db, dealId, meetingId, { ...CHOICES, redaction: 'internal' }, 10);
  const { zip } = await readPacketFiles(db, made.packet.packet.id);
  expect(started).toHaveBeenCalledTimes(2);
  vi.stubGlobal('Worker', undefined);
  expect((await readPacketFiles(db, made.packet.packet.id)).zip).toEqual(zip);
  expect(made.zip).toEqual(zip);
});

it('says why it could not be made again when the worker says so, or has no script', async () => {
  const { dealId, meetingId } = await dealWithClip();
  const { packet } = await makePacket(db, dealId, meetingId, { ...CHOICES, redaction: 'internal' }, 10);
  await db.packets.update(packet.packet.id, { json: '{}' });
  await expect(readPacketFiles(db, packet.packet.id)).rejects.toThrow('the stored packet cannot be read');
  vi.stubGlobal('Worker', class extends Worker { constructor() { super('/no-such-script.js', { type: 'module' }); } });
  await expect(readPacketFiles(db, packet.packet.id)).rejects.toThrow('the packet’s worker stopped');
});

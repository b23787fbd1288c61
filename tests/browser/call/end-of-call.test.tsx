import { page } from 'vitest/browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useDealBoard } from '@/components/hooks/use-deal-record';
import { PacketScreen } from '@/components/packet/PacketScreen';
import { ReviewScreen } from '@/components/review/ReviewScreen';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { captureLine } from '@/utils/services/capture/capture-line';
import { loadChecklist } from '@/utils/services/checklist/load-checklist';
import { createDeal } from '@/utils/services/deal/create-deal';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { emptyDatabase, stage } from './stage';
import { picture } from '../picture';
import { violations } from '../violations';

function Review({ meeting }: { meeting: Meeting }) {
  const board = useDealBoard(meeting.dealId);
  return board ? <div className="panel"><ReviewScreen meeting={meeting} board={board} /></div> : null;
}

function Packet({ meeting }: { meeting: Meeting }) {
  const board = useDealBoard(meeting.dealId);
  return board ? <div className="panel"><PacketScreen meeting={meeting} board={board} /></div> : null;
}

const START = Date.UTC(2026, 10, 24, 5);

/** A call with a bit of everything. */
async function afterCall(): Promise<Meeting> {
  const checklist = { id: 'custom-development', version: 1 };
  const dealId = await createDeal(db, { accountName: '가온식자재', dealName: '재고·실사 시스템 구축', stage: 'estimate', customerDue: null, checklist, alsoChecklists: [] }, START);
  const meeting = await startManualMeeting(db, dealId, '1차 미팅', START);
  const { items } = await loadChecklist(db, checklist);
  const record = async (id: string, state: 'answered' | 'partial', raw: string, value = { kind: 'text' as const, text: raw }): Promise<void> => {
    const item = items.find((i) => i.id === id);
    if (!item) throw new Error(id);
    await recordAnswer(db, { dealId, item, meeting, state, value, raw, remark: '', saidBy: '김도현', confidence: 'stated', relation: 'updates', reason: '', offRecord: false, sides: null, language: 'ko' }, START + 60_000);
  };
  await record('A-01', 'answered', '6월 내부 감사에서 수기 재고 대장 지적');
  await record('A-07', 'partial', '지점 27곳, 전체 약 120명');
  const say = (raw: string) => captureLine(db, raw, { meeting, dealId, focus: null, me: '박서연', kind: null }, START + 120_000);
  await say('? 오전 9시 동시 접속 인원');
  await say('! 태블릿 2대 대여');
  await say('* AI 발주는 2차');
  await endMeeting(db, meeting.id, START + 800_000);
  const ended = await db.meetings.get(meeting.id);
  if (!ended) throw new Error('no meeting');
  return ended;
}

beforeEach(emptyDatabase);

describe('the review', () => {
  it.each([['ko', 'light'], ['en', 'dark']] as const)('is accessible in %s, %s', async (language, theme) => {
    await stage(<Review meeting={await afterCall()} />, language, theme);
    await expect.element(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
    expect(await violations()).toEqual([]);
    await picture(`review-${language}-${theme}`);
  });

  it('makes an owned gap in one press, and the counts follow', async () => {
    const meeting = await afterCall();
    await db.deals.toCollection().modify({ customerDue: '2026-12-10' });
    await stage(<Review meeting={meeting} />, 'en');
    await page.getByRole('button', { name: 'Own it: User count' }).click();
    await expect.element(page.getByText('박서연 · Ask the customer · Thu 10 Dec 2026')).toBeVisible();
    expect((await db.gaps.toArray()).find((g) => g.itemId === 'A-07')).toMatchObject({ owner: '박서연', route: 'ask_customer', due: '2026-12-10', blocksEstimate: true, origin: 'partial', state: 'routed', askWhom: '김도현' });
    await expect.element(page.getByLabelText('Minimum for Estimate')).toHaveTextContent('secured1 / 20owned gaps1 / 20nobody’s yet18 / 20');
  });

  it('attaches a typed "?" to the item it belongs to', async () => {
    await stage(<Review meeting={await afterCall()} />, 'ko');
    const select = page.getByRole('combobox', { name: '“오전 9시 동시 접속 인원” 항목 고르기' });
    await select.selectOptions('A-07 사용자 수');
    await page.getByRole('button', { name: '“오전 9시 동시 접속 인원” 항목 사용자 수에 붙이기' }).click();
    await expect.element(page.getByText('따로 적어 둔 “?”가 없습니다.')).toBeVisible();
    expect((await db.gaps.toArray())[0]).toMatchObject({ itemId: 'A-07', origin: 'partial' });
  });

  it('writes the minutes by itself and lets a section be changed and taken back', async () => {
    await stage(<Review meeting={await afterCall()} />, 'en');
    await expect.element(page.getByText('AI 발주는 2차')).toBeVisible();
    await page.getByRole('button', { name: 'Edit Decisions' }).click();
    await page.getByRole('textbox', { name: 'Text of Decisions' }).fill('- AI ordering comes second');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const decisions = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Decisions' }) });
    await expect.element(decisions.getByText('AI ordering comes second')).toBeVisible();
    expect((await db.meetings.toArray())[0]?.minutesEdits).toEqual({ decisions: '- AI ordering comes second' });
    await page.getByRole('button', { name: 'Back to the generated text' }).click();
    await expect.element(decisions.getByText('AI 발주는 2차')).toBeVisible();
  });
});

describe('the packet screen', () => {
  it.each([['ko', 'light'], ['en', 'dark']] as const)('is accessible in %s, %s', async (language, theme) => {
    await stage(<Packet meeting={await afterCall()} />, language, theme);
    await expect.element(page.getByTitle(language === 'ko' ? '수행 인계서 미리 보기' : 'Preview of the packet')).toBeVisible();
    expect(await violations()).toEqual([]);
    await picture(`packet-${language}-${theme}`);
  });

  it('asks for the reason at the field before it goes out with unowned items, then stores and numbers it', async () => {
    await stage(<Packet meeting={await afterCall()} />, 'en');
    const save = page.getByRole('button', { name: 'Save packet (ZIP)' });
    await expect.element(save).toBeEnabled();
    await save.click();
    await expect.element(page.getByText(/minimum items have no owner/u)).toBeVisible();
    expect(await db.packets.count()).toBe(0);
    await page.getByRole('textbox', { name: 'Why it goes out with unowned items' }).fill('The customer needs a number today');
    await save.click();
    await expect.element(page.getByText(/Packet no\. 1 saved as .*\.baton\.zip/u)).toBeVisible();
    const [row] = await db.packets.toArray();
    const packet = JSON.parse(row?.json ?? '{}') as { packet: { number: number; sendAnywayReason: string } };
    expect(packet.packet).toMatchObject({ number: 1, sendAnywayReason: 'The customer needs a number today' });
    await expect.element(page.getByRole('button', { name: 'Save again: packet no. 1' })).toBeVisible();
  });

  it('whatever leaves is kept under a number of its own: copied, printed, copied again after a change', async () => {
    const meeting = await afterCall();
    await stage(<Packet meeting={meeting} />, 'en');
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => { copied.push(text); return Promise.resolve(); });
    const copy = page.getByRole('button', { name: 'Copy as Markdown' });
    await expect.element(copy).toBeEnabled();
    await copy.click();
    await expect.element(page.getByText(/minimum items have no owner/u)).toBeVisible();
    expect(copied).toEqual([]);
    await page.getByRole('textbox', { name: 'Why it goes out with unowned items' }).fill('The customer needs a number today');
    await copy.click();
    await expect.element(page.getByText('Copied, and kept as packet no. 1')).toBeVisible();
    const frame = page.getByTitle('Preview of the packet').element() as HTMLIFrameElement;
    const [first] = await db.packets.toArray();
    await expect.poll(() => frame.dataset['shows']).toBe(first?.id);
    const print = vi.spyOn(frame.contentWindow as Window, 'print').mockImplementation(() => undefined);
    await page.getByRole('button', { name: 'Print' }).click();
    await expect.poll(() => print.mock.calls.length).toBe(1);
    expect(await db.packets.count()).toBe(1);
    await captureLine(db, '* AI 발주는 3차', { meeting, dealId: meeting.dealId, focus: null, me: '박서연', kind: null }, START + 130_000);
    await expect.poll(() => frame.contentDocument?.body.textContent).toContain('AI 발주는 3차');
    await copy.click();
    await expect.element(page.getByText('Copied, and kept as packet no. 2')).toBeVisible();
    expect(copied[1]).toContain('AI 발주는 3차');
    expect((await db.packets.toArray()).map((row) => row.number).sort()).toEqual([1, 2]);
    vi.restoreAllMocks();
  });
});

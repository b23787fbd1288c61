/** A call that is over, with as much in it as a test asks for. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useDealBoard } from '@/components/hooks/use-deal-record';
import { PacketScreen } from '@/components/packet/PacketScreen';
import { ReviewScreen } from '@/components/review/ReviewScreen';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import type { AnswerInput } from '@/utils/services/answer/record-answer';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { addContradiction } from '@/utils/services/answer/settle-contradiction';
import { captureLine } from '@/utils/services/capture/capture-line';
import { loadChecklist } from '@/utils/services/checklist/load-checklist';
import { createDeal } from '@/utils/services/deal/create-deal';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { stage } from '../call/stage';

export const START = Date.UTC(2026, 10, 24, 5);
const CHECKLIST = { id: 'custom-development', version: 1 };

export async function itemOf(id: string) {
  const item = (await loadChecklist(db, CHECKLIST)).items.find((i) => i.id === id);
  if (!item) throw new Error(id);
  return item;
}

export interface Called { dealId: string; meeting: Meeting }

/** A meeting of a new deal that has ended, with nothing in it. */
export async function emptyCall(customerDue: string | null = null): Promise<Called> {
  const dealId = await createDeal(db, { accountName: '가온식자재', dealName: '재고·실사 시스템 구축', stage: 'estimate', customerDue, checklist: CHECKLIST, alsoChecklists: [] }, START);
  const started = await startManualMeeting(db, dealId, '1차 미팅', START);
  await endMeeting(db, started.id, START + 800_000);
  const meeting = await db.meetings.get(started.id);
  if (!meeting) throw new Error('no meeting');
  return { dealId, meeting };
}

export async function answer({ dealId, meeting }: Called, id: string, state: AnswerInput['state'], raw: string, more: Partial<AnswerInput> = {}): Promise<void> {
  const input: AnswerInput = {
    dealId, item: await itemOf(id), meeting, state, value: { kind: 'text', text: raw }, raw, remark: '', saidBy: '김도현', confidence: 'stated',
    relation: 'updates', reason: '', offRecord: false, sides: null, language: 'ko', ...more,
  };
  await recordAnswer(db, input, START + 60_000);
}

export async function say({ dealId, meeting }: Called, ...lines: string[]): Promise<void> {
  let at = START + 120_000;
  for (const line of lines) await captureLine(db, line, { meeting, dealId, focus: null, me: '박서연', kind: null }, at += 1000);
}

export async function heardTwice({ dealId, meeting }: Called, id: string, a: [string, string], b: [string, string]): Promise<void> {
  const { topic } = await itemOf(id);
  await addContradiction(db, { dealId, meetingId: meeting.id, item: { id, topic }, a: { text: a[0], saidBy: a[1] }, b: { text: b[0], saidBy: b[1] } }, START + 200_000);
}

/** A bit of everything. */
export async function typicalCall(customerDue: string | null = '2026-12-10'): Promise<Called> {
  const call = await emptyCall(customerDue);
  await answer(call, 'A-01', 'answered', '6월 내부 감사에서 수기 재고 대장 지적');
  await answer(call, 'A-07', 'partial', '지점 27곳, 전체 약 120명');
  await heardTwice(call, 'A-02', ['실사 때마다 이틀 밤샘', '김도현'], ['하루면 끝남', '최민재']);
  await say(call, '? 오전 9시 동시 접속 인원', '! 태블릿 2대 대여', '! 다음 주 수요일까지 견적 초안', '* AI 발주는 2차', '# 재고가 안 맞음');
  return call;
}

/** As full as it gets: long words, many lines. */
export async function overfullCall(): Promise<Called> {
  const call = await typicalCall('2026-11-25');
  const long = '재고 실사 결과를 본사 ERP와 매일 밤 맞추는데 지점마다 품목 코드가 달라서 대조표를 사람이 고칩니다 '.repeat(4);
  await say(call, `? ${long}`, `! ${long}`, '? https://erp.example.com/a/very/long/address/without/any/space/at/all/so/that/it/must/break?x=1', ...Array.from({ length: 12 }, (_, i) => `? 확인할 것 ${String(i + 1)}`));
  for (const id of ['A-03', 'A-04', 'A-05']) await heardTwice(call, id, [long, '아주 긴 이름을 가진 고객사 담당자'], [long, '']);
  return call;
}

/** The screens with their board and meeting live, in a panel's frame. */
export function Review({ meeting }: { meeting: Meeting }) {
  const live = useLiveQuery(() => db.meetings.get(meeting.id), [meeting.id]) ?? meeting;
  const board = useDealBoard(meeting.dealId);
  return board ? <div className="panel"><ReviewScreen meeting={live} board={board} /></div> : null;
}

export function Packet({ meeting }: { meeting: Meeting }) {
  const board = useDealBoard(meeting.dealId);
  return board ? <div className="panel"><PacketScreen meeting={meeting} board={board} /></div> : null;
}

/** Shows the review of a call; resolves to closing it. */
export async function open(call: Called, language: 'ko' | 'en' = 'en'): Promise<() => void> {
  return stage(<Review meeting={call.meeting} />, language);
}

/** Shows the packet screen of a call. */
export async function openPacket(call: Called, language: 'ko' | 'en' = 'en'): Promise<void> {
  await stage(<Packet meeting={call.meeting} />, language);
}

/** What became of a deal, and the follow-ups that it brings. */
import { describe, expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import { undoNewest } from '@/utils/db/undo/change';
import { dealState, NO_DAYS } from '@/utils/deal/course';
import type { WorkDays } from '@/utils/followup/plan';
import { setContractDays, takeStep, takeStepBack } from '@/utils/services/deal/take-step';
import { addFollowUp, closeFollowUp, editFollowUp, reopenFollowUp } from '@/utils/services/followup/keep-follow-up';
import { coverAnswers } from '@/utils/services/answer/cover-answers';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { captureLine } from '@/utils/services/capture/capture-line';
import { takeOffRecord } from '@/utils/services/capture/edit-line';
import { openIndex } from '@/utils/services/search/open-index';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { restoreFromBin } from '@/utils/services/bin/restore-from-bin';
import { makeBackup } from '@/utils/services/backup/make-backup';
import { readBackupFile } from '@/utils/services/backup/preview-restore';
import { restoreBackup } from '@/utils/services/backup/restore-backup';
import { refusalOf } from '@/utils/services/trouble/refusal';
import { item } from '../../unit/checklist/builders';
import { aReply, kept } from '../../unit/reply/small-reply';
import { freshDatabase, someDeal } from '../rows';

const DAYS: WorkDays = { holidays: new Set(), workdays: new Set([1, 2, 3, 4, 5]) };
const TODAY = '2026-12-01';
const AT = Date.UTC(2026, 11, 1, 5);
const time = (at = AT, today = TODAY) => ({ at, today, days: DAYS });
const signed = { to: 'contracted', on: TODAY, why: '' } as const;

async function setUp(): Promise<{ db: BatonDatabase; dealId: string }> {
  const db = freshDatabase();
  return { db, dealId: await someDeal(db) };
}

const listed = async (db: BatonDatabase): Promise<string[]> => (await db.followUps.orderBy('dueOn').toArray()).map(({ step, dueOn, state }) => `${step} ${dueOn}${state === 'scheduled' ? '' : ` ${state}`}`);
const refused = async (work: Promise<unknown>): Promise<unknown> => work.then(() => null, refusalOf);

describe('a deal that is signed', () => {
  it('stays, with its follow-ups and the names of who answers for what is open; one undo takes all of it back', async () => {
    const { db, dealId } = await setUp();
    await takeStep(db, dealId, { ...signed, why: ' 수의 계약 ', contract: { ...NO_DAYS, goLiveOn: '2027-03-01' }, risks: [{ kind: 'acceptance', ref: '', by: '박서연', why: ' 착수 회의에서 정함 ' }] }, time());
    const deal = await db.deals.get(dealId);
    expect(deal).toMatchObject({
      course: [{ to: 'contracted', on: TODAY, why: '수의 계약', at: AT }], contract: { goLiveOn: '2027-03-01', warrantyEndsOn: null, endsOn: null },
      risksAccepted: [{ kind: 'acceptance', ref: '', by: '박서연', why: '착수 회의에서 정함', at: AT }],
    });
    expect(await listed(db)).toEqual(['thanks 2026-12-02', 'introduce 2026-12-08', 'owed 2026-12-15', 'settled 2027-03-08', 'goal 2027-03-31', 'review 2027-05-31']);
    expect(await undoNewest(db, '', { holds: dealId, at: AT })).toMatchObject({ late: false });
    expect(await listed(db)).toEqual([]);
    expect(await db.deals.get(dealId)).not.toHaveProperty('course');
  });

  it('can’t be delivered before delivery accepted the handoff, nor end before it ran', async () => {
    const { db, dealId } = await setUp();
    await takeStep(db, dealId, signed, time());
    expect(await refused(takeStep(db, dealId, { to: 'ended', on: TODAY, why: '' }, time(AT + 1)))).toBe('no_step');
    expect(await refused(takeStep(db, dealId, { to: 'delivering', on: TODAY, why: '' }, time(AT + 1)))).toBe('no_step');
    const reply = kept(aReply());
    await db.packets.put({
      id: 'p1', dealId, meetingId: null, number: reply.reply.packetNumber, purpose: 'handoff', language: 'ko', redaction: 'internal', createdAt: 1, fileName: 'a.zip', contentHash: reply.reply.contentHash, json: '{}',
      replies: [{ ...reply, reply: { ...reply.reply, verdict: 'accepted' } }],
    });
    await takeStep(db, dealId, { to: 'delivering', on: TODAY, why: '' }, time(AT + 2));
    await takeStep(db, dealId, { to: 'operating', on: '2027-03-01', why: '' }, time(AT + 3));
    expect((await db.deals.get(dealId))?.course?.map((step) => step.to)).toEqual(['contracted', 'delivering', 'operating']);
  });

  it('by mistake goes one step back, and leaves what was done or written meanwhile', async () => {
    const { db, dealId } = await setUp();
    await takeStep(db, dealId, { ...signed, risks: [{ kind: 'acceptance', ref: '', by: '나', why: '' }], items: [{ topic: 'scope.must', by: '나', why: ' 뒤에 ' }] }, time());
    expect((await db.deals.get(dealId))?.itemsAccepted).toEqual([{ topic: 'scope.must', by: '나', why: '뒤에', at: AT }]);
    const thanks = (await db.followUps.toArray()).find((row) => row.step === 'thanks');
    await closeFollowUp(db, thanks?.id ?? '', { state: 'done', outcome: '', today: TODAY }, DAYS, AT + 1);
    await addFollowUp(db, dealId, { text: '명함 보내기', dueOn: '2026-12-03' }, AT + 2);
    await takeStepBack(db, dealId, AT + 3);
    const deal = await db.deals.get(dealId);
    expect([deal && dealState(deal), deal && 'risksAccepted' in deal, deal && 'itemsAccepted' in deal, deal && 'contract' in deal]).toEqual(['open', false, false, false]);
    expect(await listed(db)).toEqual(['thanks 2026-12-02 done', 'own 2026-12-03']);
    expect(await refused(takeStepBack(db, dealId, AT + 4))).toBe('no_step');
  });

  it('by mistake keeps a step of the plan that somebody moved or gave words, not those that moved with a day of the contract', async () => {
    const { db, dealId } = await setUp();
    await takeStep(db, dealId, { ...signed, contract: { ...NO_DAYS, goLiveOn: '2027-03-01' } }, time());
    await setContractDays(db, dealId, { ...NO_DAYS, goLiveOn: '2027-04-01' }, time(AT + 1));
    const of = async (step: string): Promise<string> => (await db.followUps.toArray()).find((row) => row.step === step)?.id ?? '';
    await editFollowUp(db, await of('introduce'), { dueOn: '2026-12-10' }, AT + 2);
    await editFollowUp(db, await of('owed'), { text: '장비 대여 건' }, AT + 3);
    await takeStepBack(db, dealId, AT + 4);
    expect(await listed(db)).toEqual(['introduce 2026-12-10', 'owed 2026-12-15']);
  });

  it('moves what hangs on a day of its contract with that day', async () => {
    const { db, dealId } = await setUp();
    expect(await refused(setContractDays(db, dealId, NO_DAYS, time()))).toBe('no_step');
    await takeStep(db, dealId, signed, time());
    await setContractDays(db, dealId, { ...NO_DAYS, endsOn: '2027-12-31' }, time(AT + 1));
    expect(await listed(db)).toEqual(['thanks 2026-12-02', 'introduce 2026-12-08', 'owed 2026-12-15', 'review 2027-03-02', 'renewal_talk 2027-09-02', 'renewal_options 2027-10-04', 'renewal 2027-11-01']);
    await setContractDays(db, dealId, { ...NO_DAYS, endsOn: '2028-12-29' }, time(AT + 2));
    expect((await listed(db)).slice(-3)).toEqual(['renewal_talk 2028-08-31', 'renewal_options 2028-10-02', 'renewal 2028-10-30']);
    await expect(setContractDays(db, dealId, { ...NO_DAYS, endsOn: '2028-02-30' }, time(AT + 3))).rejects.toThrow(RangeError);
    await undoNewest(db, '', { holds: dealId });
    expect((await listed(db)).slice(-3)[0]).toBe('renewal_talk 2027-09-02');
  });
});

describe('a deal on hold or lost', () => {
  it('is lost only with its reason (R-06), comes back on its day, and is done with once it is worked on again', async () => {
    const { db, dealId } = await setUp();
    expect(await refused(takeStep(db, dealId, { to: 'lost', on: TODAY, why: ' ' }, time()))).toBe('no_step');
    await takeStep(db, dealId, { to: 'lost', on: TODAY, why: '예산이 내년으로', revisitOn: '2027-03-02' }, time());
    expect(await listed(db)).toEqual(['revisit 2027-03-02']);
    expect(await refused(takeStep(db, dealId, signed, time(AT + 1)))).toBe('no_step');
    await takeStep(db, dealId, { to: 'open', on: '2027-02-25', why: '' }, time(AT + 2, '2027-02-25'));
    expect(await listed(db)).toEqual(['revisit 2027-03-02 done']);
    expect((await db.followUps.toArray())[0]?.closedOn).toBe('2027-02-25');
  });

  it('takes its day along when the step is taken back', async () => {
    const { db, dealId } = await setUp();
    await takeStep(db, dealId, { to: 'on_hold', on: TODAY, why: '', revisitOn: '2027-03-02' }, time());
    await takeStepBack(db, dealId, AT + 1);
    expect(await listed(db)).toEqual([]);
  });

  it('keeps the day that the step before had brought, and the one that somebody moved', async () => {
    const { db, dealId } = await setUp();
    await takeStep(db, dealId, { to: 'on_hold', on: TODAY, why: '', revisitOn: '2027-03-02' }, time());
    await takeStep(db, dealId, { to: 'lost', on: TODAY, why: '가격', revisitOn: '2027-06-01' }, time(AT + 1));
    await takeStepBack(db, dealId, AT + 2);
    expect(await listed(db)).toEqual(['revisit 2027-03-02']);
    await editFollowUp(db, (await db.followUps.toArray())[0]?.id ?? '', { dueOn: '2027-03-09' }, AT + 3);
    await takeStepBack(db, dealId, AT + 4);
    expect(await listed(db)).toEqual(['revisit 2027-03-09']);
  });

  it('that was taken up again by mistake waits for its day as before', async () => {
    const { db, dealId } = await setUp();
    await takeStep(db, dealId, { to: 'on_hold', on: TODAY, why: '', revisitOn: '2027-03-02' }, time());
    const done = (await addFollowUp(db, dealId, { text: '안부', dueOn: '2026-12-03' }, AT + 1)) ?? '';
    await closeFollowUp(db, done, { state: 'done', outcome: '', today: TODAY }, DAYS, AT + 2);
    await takeStep(db, dealId, { to: 'open', on: TODAY, why: '' }, time(AT + 3));
    await takeStepBack(db, dealId, AT + 4);
    expect(await listed(db)).toEqual(['own 2026-12-03 done', 'revisit 2027-03-02']);
    expect((await db.followUps.toArray()).find((row) => row.step === 'revisit')).toMatchObject({ closedOn: null });
  });
});

describe('a follow-up', () => {
  it('is kept with its words, moved, skipped with a reason, and opened again', async () => {
    const { db, dealId } = await setUp();
    expect(await addFollowUp(db, dealId, { text: ' ', dueOn: '2026-12-03' }, AT)).toBeNull();
    const id = (await addFollowUp(db, dealId, { text: ' 창고 이전 소식 ', dueOn: '2026-12-03' }, AT)) ?? '';
    await editFollowUp(db, id, { dueOn: '2026-12-10' }, AT + 1);
    expect(await db.followUps.get(id)).toMatchObject({ step: 'own', text: '창고 이전 소식', dueOn: '2026-12-10', state: 'scheduled' });
    expect(await refused(closeFollowUp(db, id, { state: 'skipped', outcome: '', today: TODAY }, DAYS, AT + 2))).toBe('no_outcome');
    await closeFollowUp(db, id, { state: 'skipped', outcome: ' 이전이 미뤄짐 ', today: TODAY }, DAYS, AT + 2);
    expect(await db.followUps.get(id)).toMatchObject({ state: 'skipped', outcome: '이전이 미뤄짐', closedOn: TODAY });
    await reopenFollowUp(db, id, AT + 3);
    expect(await db.followUps.get(id)).toMatchObject({ state: 'scheduled', closedOn: null });
    await db.followUps.delete(id);
    expect(await refused(editFollowUp(db, id, { text: 'x' }, AT + 4))).toBe('gone');
  });

  it('about a want has its words there and none of its own', async () => {
    const { db, dealId } = await setUp();
    const wantId = (await captureLine(db, '+ 바코드', { meeting: null, dealId, focus: null, me: '박서연', kind: null }, AT))?.id ?? '';
    const id = (await addFollowUp(db, dealId, { text: '', dueOn: '2026-12-03', wantId }, AT)) ?? '';
    expect(await db.followUps.get(id)).toMatchObject({ step: 'later', text: '', wantId });
  });

  it('of a review brings the next a quarter later, once, and none when the service has ended', async () => {
    const { db, dealId } = await setUp();
    await takeStep(db, dealId, signed, time());
    const review = async () => (await db.followUps.where({ dealId }).toArray()).find((row) => row.step === 'review' && row.state === 'scheduled');
    const first = (await review())?.id ?? '';
    await closeFollowUp(db, first, { state: 'done', outcome: '', today: '2027-03-02' }, DAYS, AT + 1);
    expect(await review()).toMatchObject({ dueOn: '2027-06-01' });
    await reopenFollowUp(db, first, AT + 2);
    await closeFollowUp(db, first, { state: 'done', outcome: '', today: '2027-03-03' }, DAYS, AT + 3);
    expect(await db.followUps.filter((row) => row.step === 'review').count()).toBe(2);
    const deal = await db.deals.get(dealId);
    if (deal) await db.deals.put({ ...deal, course: [...(deal.course ?? []), { to: 'ended', on: '2027-05-01', why: '', at: AT }] });
    await closeFollowUp(db, (await review())?.id ?? '', { state: 'done', outcome: '', today: '2027-06-01' }, DAYS, AT + 4);
    expect(await review()).toBeUndefined();
  });

  it('goes to the bin alone or with its deal and comes back; a backup has it, with all that became of the deal', async () => {
    const { db, dealId } = await setUp();
    await takeStep(db, dealId, { ...signed, contract: { ...NO_DAYS, endsOn: '2027-12-31' }, risks: [{ kind: 'gap', ref: 'g', by: '나', why: '고객 확인 뒤' }] }, time());
    const rows = async () => [await db.deals.toArray(), await db.followUps.orderBy('id').toArray()];
    const before = await rows();
    const file = await readBackupFile(new Blob((await makeBackup(db, {}, AT)).parts), (html) => html);
    const one = (await db.followUps.toArray())[0]?.id ?? '';
    const bin = await deleteToBin(db, 'follow_up', one, '감사 인사', AT + 1);
    expect(await db.followUps.get(one)).toBeUndefined();
    await restoreFromBin(db, bin ?? '', AT + 2);
    const whole = await deleteToBin(db, 'deal', dealId, 'x', AT + 3);
    expect(await db.followUps.count()).toBe(0);
    await restoreFromBin(db, whole ?? '', AT + 4);
    expect(await rows()).toEqual(before);
    await deleteToBin(db, 'deal', dealId, 'x', AT + 5);
    await restoreBackup(db, file, 'replace', AT + 6);
    expect(await rows()).toEqual(before);
  });
});

describe('what is taken off the record', () => {
  it('leaves no name, no reason and no follow-up that leads to it: not in the deal, its undo steps, the bin or the search', async () => {
    const { db, dealId } = await setUp();
    const say = async (raw: string): Promise<string> => (await captureLine(db, raw, { meeting: null, dealId, focus: null, me: '박서연', kind: null }, AT))?.id ?? '';
    const [gap, want] = [await say('? 비밀 연동 대상'), await say('+ 비밀 화면')];
    await takeStep(db, dealId, { ...signed, risks: [{ kind: 'gap', ref: gap, by: '김대리', why: '대표님 지시로 비공개' }, { kind: 'acceptance', ref: '', by: '박서연', why: '착수 때 정함' }] }, time());
    await addFollowUp(db, dealId, { text: '비공개 화면 다시 여쭙기', dueOn: '2026-12-03', wantId: want }, AT + 1);
    await openIndex(db);
    await takeOffRecord(db, 'gaps', gap);
    await takeOffRecord(db, 'wants', want);
    expect((await db.deals.get(dealId))?.risksAccepted?.map((risk) => risk.kind)).toEqual(['acceptance']);
    const left = JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
    for (const secret of ['대표님 지시', '비공개', '비밀']) expect(left).not.toContain(secret);
    expect(left).toContain('착수 때 정함');
    const bin = await deleteToBin(db, 'deal', dealId, 'x', AT + 9);
    expect(JSON.stringify(await db.bin.get(bin ?? ''))).not.toContain('대표님');
  });

  it('goes out of a deal that waits in the bin as well, and of a reason whose "?" stays because its topic alone was covered', async () => {
    const { db, dealId } = await setUp();
    const criteria = item({ id: 'A-30', topic: 'acceptance.criteria' });
    await takeStep(db, dealId, { ...signed, risks: [{ kind: 'acceptance', ref: '', by: '박서연', why: '내부 사정으로 나중에' }] }, time());
    await recordAnswer(db, {
      dealId, item: criteria, meeting: null, state: 'answered', value: { kind: 'text', text: '오류율 1 % 아래' }, raw: '오류율 1 % 아래', remark: '', saidBy: '김도현', confidence: 'stated', relation: 'updates',
      reason: '', offRecord: false, sides: null, language: 'ko',
    }, AT + 1);
    await coverAnswers(db, { dealId, topic: criteria.topic }, 'ko', AT + 2);
    expect((await db.deals.get(dealId))?.risksAccepted).toMatchObject([{ kind: 'acceptance', by: '박서연', why: '' }]);
    expect(JSON.stringify(await db.changes.toArray())).not.toContain('내부 사정');
  });
});

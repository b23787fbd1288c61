/** Every key that a draft can have says whose it is, and the draft goes where that goes. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import type { DraftHead, DraftKey } from '@/utils/db/drafts/draft-keys';
import { ABOUT, draftKey } from '@/utils/db/drafts/draft-keys';
import { isDraftOf, ownerOf } from '@/utils/db/drafts/draft-owners';
import type { ChangeTable } from '@/utils/db/rows';
import type { Meeting } from '@/utils/meeting/meeting';
import { addContradiction } from '@/utils/services/answer/settle-contradiction';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { emptyBin } from '@/utils/services/bin/purge-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { saveDraft } from '@/utils/services/capture/save-draft';
import { copyChecklist, deleteChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { continueMeeting } from '@/utils/services/meeting/continue-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { addFollowUp } from '@/utils/services/followup/keep-follow-up';
import { saveContact } from '@/utils/services/contact/save-contact';
import { purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { itemOn } from '../../unit/packet/fixture';
import { someCall, someDeal } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);
const HEADS = Object.keys(ABOUT) as DraftHead[];
/** Of no row: whatever is deleted, nobody else's words are in them. A new one is a reviewed line here. */
const NOBODYS: DraftHead[] = ['start'];
/** Of a checklist of one's own: no customer's words, and it goes with no account, deal or meeting. */
const LISTS: DraftHead[] = ['form:checklist', 'form:item'];
/** Kept without a look at its row, and taken by the bin's end. */
const AT_ONCE: DraftHead = 'capture';

let db: BatonDatabase;
let dealId: string;
let meeting: Meeting;
let idOf: Partial<Record<ChangeTable, string>>;

/** A key of each kind, about a row that is there. */
const keyOf = (head: DraftHead, id: string): DraftKey => draftKey(head, ...(head.startsWith('line:') ? ['edit'] : []), id, ...(['answer', 'heard', 'gap', 'minutes', 'form:step', 'add:follow_up', 'form:checklist', 'form:item'].includes(head) ? ['A-02'] : []));
const keys = (): Map<DraftHead, DraftKey> => new Map(HEADS.map((head) => [head, keyOf(head, idOf[ABOUT[head] ?? 'bin'] ?? 'x')]));
const left = async (): Promise<string[]> => (await db.drafts.toArray()).map(({ key }) => key).sort();
const typeAll = async (): Promise<void> => { for (const key of keys().values()) await saveDraft(db, key, '', '쓰다 만 말', AT); };
const those = (heads: readonly DraftHead[]): string[] => heads.map((head) => keys().get(head) ?? '').sort();

beforeEach(async () => {
  ({ db, dealId, meeting } = await someCall(AT));
  const accountId = (await db.deals.get(dealId))?.accountId ?? '';
  const line = async (text: string): Promise<string> => (await captureLine(db, text, { meeting, dealId, focus: null, me: '', kind: null }, AT))?.id ?? '';
  idOf = {
    accounts: accountId, deals: dealId, meetings: meeting.id,
    contacts: await saveContact(db, null, { accountId, name: '한지민', role: '', influence: '', side: 'customer', email: '', phone: '', remark: '' }, AT),
    contradictions: await addContradiction(db, { dealId, meetingId: meeting.id, item: itemOn('pain.primary'), a: { text: 'a', saidBy: '' }, b: { text: 'b', saidBy: '' } }, AT),
    checklists: await copyChecklist(db, { id: 'first-call', version: 1 }, { ko: '우리', en: '' }, AT),
    followUps: (await addFollowUp(db, dealId, { text: '안부', dueOn: '2027-01-04' }, AT)) ?? '', notes: await line('밤샘'), gaps: await line('? 결재'), commitments: await line('! 견적'),
    wants: (await captureLine(db, '엑셀', { meeting, dealId, focus: null, me: '', kind: 'want' }, AT))?.id ?? '',
  };
  await db.meetings.update(meeting.id, { state: 'closed' });
});

describe('every key of a draft', () => {
  it.each(HEADS)('%s names its row, and only that', (head) => {
    const key = keys().get(head) ?? '';
    const owner = ownerOf(key);
    expect(owner === null).toBe(NOBODYS.includes(head));
    if (owner === null) return;
    expect([owner.table, owner.id]).toEqual([ABOUT[head], idOf[owner.table]]);
    const draft = { key, meetingId: '', text: 'x', updatedAt: 1 };
    // What a follow-up is to be about is a row of its own.
    expect([isDraftOf(draft, new Set([owner.id])), isDraftOf(draft, new Set([`${owner.id}1`, head, ...(head === 'add:follow_up' ? [] : ['A-02'])]))]).toEqual([true, false]);
  });

  it('goes when the account goes, and no late key brings it back for longer than the bin', async () => {
    await typeAll();
    expect(await left()).toHaveLength(HEADS.length);
    await deleteToBin(db, 'account', idOf.accounts ?? '', '', AT);
    expect(await left()).toEqual(those([...NOBODYS, ...LISTS]));
    await typeAll();
    expect(await left()).toEqual(those([...NOBODYS, ...LISTS, AT_ONCE]));
    await emptyBin(db, null);
    expect(await left()).toEqual(those([...NOBODYS, ...LISTS]));
  });

  it('goes with the text of its meeting, if it is about the meeting or what was captured in it', async () => {
    await typeAll();
    await purgeMeeting(db, meeting.id, AT);
    // A packet's questions begin as those of the meeting's "?": what was chosen for one since it began goes too.
    const elsewhere = HEADS.filter((head) => head !== 'form:packet' && (ABOUT[head] === null || ['deals', 'accounts', 'contacts', 'followUps', 'checklists'].includes(ABOUT[head])));
    expect(await left()).toEqual(those(elsewhere));
  });

  it('of a meeting follows it into another, any other keeps its key', async () => {
    const later = await startManualMeeting(db, dealId, '2차', AT + 60_000);
    for (const [head, key] of keys()) await saveDraft(db, ABOUT[head] === 'meetings' ? keyOf(head, later.id) : key, later.id, '쓰다 만 말', AT);
    await continueMeeting(db, later.id, meeting.id, AT + 70_000);
    expect(await left()).toEqual([...keys().values()].sort());
  });

  it('of a checklist goes with the checklist, and is not kept once that is gone; of one that is being made it is of no row', async () => {
    await typeAll();
    await saveDraft(db, draftKey('form:checklist', 'new', 'first-call.v1'), '', '우리 것', AT);
    await deleteChecklist(db, idOf.checklists ?? '', AT);
    const rest = those(HEADS.filter((head) => !LISTS.includes(head)));
    expect(await left()).toEqual([...rest, 'form:checklist:new:first-call.v1'].sort());
    await typeAll();
    expect(await left()).toEqual([...rest, 'form:checklist:new:first-call.v1'].sort());
  });

  it('of a deal does not go with another deal', async () => {
    const other = await someDeal(db, 'Halden', 'Expenses');
    await typeAll();
    await deleteToBin(db, 'deal', other, '', AT);
    expect(await left()).toHaveLength(HEADS.length);
  });
});

/** What services refuse, and what nobody foresaw, reaches a reader in the reader's language. */
import { createTranslator } from 'use-intl';
import type { useTranslations } from 'use-intl';
import { beforeEach, describe, expect, it } from 'vitest';
import { describeFailure } from '@/components/trouble/describe-failure';
import type { BatonDatabase } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { messages as en } from '@/utils/i18n/messages/en';
import { messages as ko } from '@/utils/i18n/messages/ko';
import { mergeAccounts } from '@/utils/services/account/edit-account';
import { editLine } from '@/utils/services/capture/edit-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { saveDraft } from '@/utils/services/capture/save-draft';
import { loadChecklist } from '@/utils/services/checklist/load-checklist';
import { saveContact } from '@/utils/services/contact/save-contact';
import { uniteContacts } from '@/utils/services/contact/unite-contacts';
import { nameDeal } from '@/utils/services/deal/name-deal';
import { endGap } from '@/utils/services/gap/own-gap';
import { doAside } from '@/utils/services/packet/do-aside';
import { readPacketFiles } from '@/utils/services/packet/read-packet-files';
import { REFUSALS, TOLD } from '@/utils/services/trouble/refusal';
import { requireDays } from '@/utils/time/field-day';
import { freshDatabase, someDeal } from './rows';

type Words = ReturnType<typeof useTranslations<'trouble'>>;
const words = (locale: 'ko' | 'en'): Words => createTranslator({ locale, messages: (locale === 'ko' ? ko : en) as typeof en, namespace: 'trouble' });
const KO = words('ko');
const EN = words('en');
const HEARD = { meeting: null, language: 'ko' } as const;

async function said(work: () => unknown, t = KO): Promise<string> {
  try {
    await work();
  } catch (error) {
    return (await describeFailure(error, null, t))[0];
  }
  return 'nothing was thrown';
}
const saidOf = (error: unknown, t = KO): Promise<string> => said(() => Promise.reject(error), t);

let db: BatonDatabase;
beforeEach(() => { db = freshDatabase(); });

describe('what a service refuses', () => {
  it.each(REFUSALS)('%s is a sentence in both languages', async (refusal) => {
    const error = new Error('no such gap', { cause: refusal });
    expect(await saidOf(error)).toMatch(/^[^a-zA-Z]*(?:(?:Baton|Pain Point)[^a-zA-Z]*)*[.]$/u);
    expect(await saidOf(error, EN)).toMatch(/^[A-Z][^가-힣]+[.]$/u);
    expect(await saidOf(error, EN)).not.toContain('no such gap');
  });

  it('is said as what it was, whatever the service', async () => {
    const dealId = await someDeal(db);
    const accountId = (await db.deals.get(dealId))?.accountId ?? '';
    const nobody = { accountId, name: ' ', role: '', influence: '' as const, side: 'customer' as const, email: '', phone: '', remark: '' };
    expect(await said(() => editLine(db, 'gaps', 'gone', { question: 'x' }, 1))).toBe(KO('refused.gone'));
    expect(await said(() => moveLine(db, 'notes', 'gone', dealId, 1))).toBe(KO('refused.gone'));
    expect(await said(() => endGap(db, 'gone', { state: 'answered', outcome: '', owner: '' }, HEARD, 1))).toBe(KO('refused.no_outcome'));
    expect(await said(() => endGap(db, 'gone', { state: 'assumed', outcome: '3억', owner: ' ' }, HEARD, 1))).toBe(KO('refused.no_owner'));
    expect(await said(() => nameDeal(db, dealId, { name: ' ' }, '', 1))).toBe(KO('refused.no_name'));
    expect(await said(() => saveContact(db, null, nobody, 1))).toBe(KO('refused.no_name'));
    expect(await said(() => mergeAccounts(db, accountId, accountId, 1))).toBe(KO('refused.same_account'));
    const halves = await Promise.all(['이수민', '이 수민'].map((name) => saveContact(db, null, { ...nobody, name }, 1)));
    for (const id of halves) await saveDraft(db, draftKey('form:contact', id), '', '{"phone":"010"}', 2);
    expect(await said(() => uniteContacts(db, halves[0] ?? '', halves[1] ?? '', (_field, value) => value, 3))).toBe(KO('refused.half_typed'));
    expect(await said(() => loadChecklist(db, { id: 'of-tomorrow', version: 9 }))).toBe(KO('refused.no_checklist'));
    expect(await said(() => readPacketFiles(db, 'gone'))).toBe(KO('refused.packet_emptied'));
    expect(await said(() => doAside('zipAgain', { json: '{}', evidence: {} }))).toBe(KO('refused.packet_unreadable'));
    expect(await said(() => { requireDays({ due: '2026-02-30' }); })).toBe(KO('refused.wrong_day'));
  });
});

describe('what nobody foresaw', () => {
  it('is said as that, with its own words only for support', async () => {
    const error = new TypeError('x is undefined');
    expect(await saidOf(error)).toBe(`${KO('unforeseen')} 문의용 정보: TypeError: x is undefined`);
    expect(await saidOf(error, EN)).toBe(`${EN('unforeseen')} For support: TypeError: x is undefined`);
    expect(await saidOf('thrown as text')).toContain('문의용 정보: thrown as text');
    expect(await saidOf(new Error('long '.repeat(200)))).toHaveLength(`${KO('unforeseen')} 문의용 정보: `.length + 200);
  });

  it('of the browser’s store is said as a refusal of the browser', async () => {
    expect(await saidOf(new DOMException('what?', 'AbortError'))).toBe(`${KO('write.unknown')} 문의용 정보: AbortError: what?`);
    expect(await saidOf(new DOMException('x', 'QuotaExceededError'))).toBe(KO('write.full'));
  });

  it('is not said twice where a page has its words already', async () => {
    expect(await saidOf(new Error('이미 한국어입니다.', { cause: TOLD }))).toBe('이미 한국어입니다.');
  });
});

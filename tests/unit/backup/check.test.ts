/** Rows of a file are held to their schemas and to each other; what is wrong is named, so that it can be found. */
import { describe, expect, it } from 'vitest';
import { checkRows, checkTogether, noTargets, sortOut } from '@/utils/backup/check';
import { BackupError, backupFileName, ENTRIES, entryOf } from '@/utils/backup/format';
import type { BackupRow, BackupTable } from '@/utils/backup/tables';
import { BACKUP_TABLES, keyOf, noRows } from '@/utils/backup/tables';
import { UNJUDGED } from '@/utils/notes/records';
import { withoutWords } from '@/utils/reply/outcome';
import { answer, contradiction, gap } from '../checklist/builders';
import { aReply, kept } from '../reply/small-reply';

const account = { id: 'a1', name: '가온', relationship: 'prospect', createdAt: 1, updatedAt: 1 };
const deal = { id: 'd1', accountId: 'a1', name: '재고', stage: 'first', customerDue: null, checklist: { id: 'first-call', version: 1 }, alsoChecklists: [], rooms: [], createdAt: 1, updatedAt: 1 };
const contact = { id: 'p1', accountId: 'a1', name: '한지민', role: '', influence: '', side: 'customer', email: '', phone: '', remark: '', createdAt: 1, updatedAt: 1 };
const captured = { id: 'x1', dealId: 'd1', meetingId: '', itemId: null, topic: null, at: 1, offsetMs: null, updatedAt: 1 };
const ofDeal: Partial<Record<BackupTable, BackupRow>> = {
  meetings: { id: 'x1', dealId: 'd1', ordinal: 0, title: '', state: 'closed', startedAt: 1, endedAt: null, utcOffset: 0, segments: [], participants: [], consents: [], aim: '', room: '', minutesEdits: {}, nextDate: null, updatedAt: 1 },
  answers: { ...answer({ id: 'x1' }) }, contradictions: { ...contradiction({ id: 'x1' }) }, notes: { ...captured, kind: 'note', text: '' }, gaps: { ...gap({ id: 'x1' }) },
  commitments: { ...captured, words: '', kind: 'date', saidBy: '', onBehalfOfDelivery: false, due: null, confirmation: 'unconfirmed', fulfilment: 'open' }, wants: { ...captured, ...UNJUDGED, words: '' },
  clips: { id: 'x1', dealId: 'd1', meetingId: '', itemId: null, topic: null, kind: 'link', limit: null, url: '', title: '', siteName: '', byline: '', language: '', direction: 'ltr', html: '', text: '', at: 1, updatedAt: 1 },
  packets: { id: 'x1', dealId: 'd1', meetingId: null, number: 1, purpose: 'join', language: 'ko', redaction: 'internal', createdAt: 1, fileName: '', contentHash: '', json: '' },
};
const tables = Object.entries(ofDeal) as [BackupTable, BackupRow][];

function refused(work: () => unknown): { fault: string; where: string } | null {
  try {
    work();
  } catch (error) {
    if (error instanceof BackupError) return { fault: error.fault, where: error.where };
    throw error;
  }
  return null;
}

describe('a row that does not fit', () => {
  it('is refused with its table, its id and the field', () => {
    expect(refused(() => checkRows('accounts', [account, { ...account, id: 'a2', relationship: 'king' }]))).toEqual({ fault: 'bad_row', where: 'accounts a2 relationship' });
    expect(refused(() => checkRows('answers', [{ ...answer(), value: { kind: 'money', parts: [{ min: '1' }] } }]))?.where).toMatch(/^answers a1 value\.parts\.0\./u);
    expect(refused(() => checkRows('drafts', [{ key: 'capture:1', text: 5 }]))?.where).toMatch(/^drafts capture:1 /u);
    expect(refused(() => checkRows('accounts', [{ id: 7 }]))?.where).toBe('accounts  id');
  });

  it('names no more of a stranger’s file than fits on a line', () => {
    expect(refused(() => checkRows('accounts', [{ ...account, id: 'x'.repeat(5_000) }]))?.where).toHaveLength(120);
  });

  it('is a want that is not feasible as asked and says no "then how"', () => {
    const want = { ...ofDeal.wants, words: '주말 배포', feasibility: 'not_as_asked' };
    expect(refused(() => checkRows('wants', [{ ...want, thenHow: ' ' }]))?.where).toMatch(/^wants x1/u);
    expect(checkRows('wants', [{ ...want, thenHow: '금요일 밤' }])).toHaveLength(1);
  });

  it.each(tables)('is found among %s, and a good one taken whole', (table, row) => {
    expect(checkRows(table, [row])).toEqual([row]);
    expect(refused(() => checkRows(table, [{ ...row, dealId: 5 }]))).toMatchObject({ fault: 'bad_row' });
  });
});

describe('rows that belong together', () => {
  const all = { ...noRows(), accounts: [account], deals: [deal], contacts: [contact] };

  it.each(tables)('a row of %s must not point at a deal that is not there', (table, row) => {
    expect(refused(() => { checkTogether({ ...all, [table]: [row] }); })).toBeNull();
    expect(refused(() => { checkTogether({ ...all, [table]: [{ ...row, dealId: '' }] }); })).toBeNull();
    expect(refused(() => { checkTogether({ ...all, [table]: [{ ...row, dealId: 'gone' }] }); })).toEqual({ fault: 'dangling', where: `${table} x1 dealId` });
  });

  it.each([['deals', deal], ['contacts', contact]] as const)('a row of %s must not point at an account that is not there', (table, row) => {
    expect(refused(() => { checkTogether({ ...all, [table]: [{ ...row, accountId: 'gone' }] }); })).toEqual({ fault: 'dangling', where: `${table} ${row.id} accountId` });
  });

  it('a deal needs a checklist that is here, in the bin too', () => {
    const unknown = [{ ...deal, checklist: { id: 'first-call', version: 9 } }, { ...deal, alsoChecklists: [{ id: 'theirs', version: 1 }] }];
    expect(unknown.map((one) => refused(() => { checkTogether({ ...all, deals: [one] }); }))).toEqual([{ fault: 'newer', where: 'deals d1 first-call.v9' }, { fault: 'newer', where: 'deals d1 theirs.v1' }]);
    // One that comes in the same file is here.
    expect(refused(() => { checkTogether({ ...all, deals: unknown.slice(1), checklists: [{ id: 'theirs.v1' }] }); })).toBeNull();
    expect(refused(() => { checkTogether({ ...all, deals: [], bin: [{ id: 'b1', rows: [{ table: 'accounts', row: account }, { table: 'deals', row: unknown[0] }] }] }); })?.fault).toBe('newer');
  });

  it('the same id twice is refused, in one table only', () => {
    expect(refused(() => { checkTogether({ ...all, contacts: [contact, contact] }); })).toEqual({ fault: 'duplicate', where: 'contacts p1' });
    expect(refused(() => { checkTogether({ ...all, contacts: [{ ...contact, id: 'd1' }] }); })).toBeNull();
    expect(refused(() => { checkTogether({ ...all, drafts: [{ key: 'k' }, { key: 'k' }] }); })).toEqual({ fault: 'duplicate', where: 'drafts k' });
  });
});

describe('writing a backup', () => {
  it.each(tables)('sets rows of %s aside that no restore would take, and keeps the rest', (table, row) => {
    const known = noTargets();
    sortOut('accounts', [account], known);
    sortOut('deals', [deal], known);
    const bad = [{ ...row, id: 'x2', dealId: 'gone' }, { ...row, id: '' }];
    const unfiled = { ...row, id: 'x3', dealId: '' };
    expect(sortOut(table, [row, ...bad, unfiled], known)).toEqual({ fitting: [row, unfiled], aside: bad.map((one) => ({ table, row: one })) });
  });

  it('sets a deal aside with its account, and then what belongs to the deal', () => {
    const known = noTargets();
    expect(sortOut('accounts', [{ ...account, createdAt: 'x' }], known).aside).toHaveLength(1);
    expect(sortOut('deals', [deal], known).aside).toHaveLength(1);
    expect(sortOut('contacts', [contact, { ...contact, id: 'p2', accountId: '' }], known)).toMatchObject({ fitting: [{ id: 'p2' }], aside: [{ row: contact }] });
    expect(sortOut('notes', [ofDeal.notes ?? {}], known).aside).toHaveLength(1);
  });

  it('lets a draft and the bin point where they like', () => {
    const known = noTargets();
    const binned = { id: 'b1', at: 1, what: 'note', title: '', rows: [{ table: 'notes', row: ofDeal.notes }] };
    expect(sortOut('drafts', [{ key: 'k', meetingId: 'gone', text: '', updatedAt: 1 }], known).fitting).toHaveLength(1);
    expect(sortOut('bin', [binned], known).fitting).toHaveLength(1);
  });
});

describe('names', () => {
  it('of the file and its entries are what the format promises', () => {
    expect(backupFileName('2026-11-23')).toBe('baton-backup-2026-11-23.baton.zip');
    expect([...ENTRIES].sort()).toEqual(['manifest.json', 'manifest.sha256', ...[...BACKUP_TABLES, 'set-aside'].map((name) => `tables/${name}.jsonl`)].sort());
    expect(entryOf('notes')).toBe('tables/notes.jsonl');
  });

  it('of a row is its id, a draft’s its key, and nothing where that is no text', () => {
    expect([keyOf('notes', { id: 'n', key: 'k' }), keyOf('drafts', { id: 'n', key: 'k' }), keyOf('notes', {}), keyOf('drafts', { key: 5 })]).toEqual(['n', 'k', '', '']);
  });

  it('of a fault says where it was found, for whoever reads the console', () => {
    expect([new BackupError('damaged').message, new BackupError('bad_row', 'notes n1').message, new BackupError('damaged').name]).toEqual(['damaged', 'bad_row: notes n1', 'BackupError']);
  });
});

describe('a packet with replies', () => {
  const packet = { ...ofDeal.packets, respondBy: '2026-12-01' };
  const reply = aReply({ verdict: 'returned', summary: '더 필요', items: [{ itemId: 'A-01', verdict: 'question', text: '?' }] });
  const rows = (...replies: unknown[]): BackupRow[] => [{ ...packet, replies }];

  it('comes back with them, also with one that lost its words', () => {
    for (const one of [kept(reply), withoutWords(kept(reply))]) expect(checkRows('packets', rows(one))).toEqual(rows(one));
  });

  it.each([['a reply of another shape', { ...kept(reply), reply: { ...reply, verdict: 'rejected' } }], ['no time', { ...kept(reply), keptAt: '1' }], ['an item without its words', kept({ ...reply, items: [{ itemId: 'A-01', verdict: 'question', text: '' }] })]])('is refused with %s', (_what, one) => {
    expect(refused(() => checkRows('packets', rows(one)))?.where).toMatch(/^packets x1 replies\.0\./u);
  });
});

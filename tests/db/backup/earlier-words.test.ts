/** What a line said before it was edited is in no file, but may stand in the file's minutes; off the record wins there too. */
import { beforeEach, expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import { dropSafetyCopy } from '@/utils/db/safety/safety-copy';
import { makeBackup } from '@/utils/services/backup/make-backup';
import { readBackupFile } from '@/utils/services/backup/preview-restore';
import { restoreBackup } from '@/utils/services/backup/restore-backup';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { deleteLine, editLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { editMinutes } from '@/utils/services/meeting/edit-meeting';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { freshDatabase, someCall } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);

const bring = async (from: BatonDatabase, into: BatonDatabase): Promise<unknown> =>
  restoreBackup(into, await readBackupFile(new Blob((await makeBackup(from, {}, AT)).parts), (html) => html), 'merge', AT);

beforeEach(async () => { await dropSafetyCopy(); });

it.each([
  ['the line', async (db: BatonDatabase, id: string) => deleteLine(db, 'notes', id, AT + 9000)],
  ['its meeting', async (db: BatonDatabase, _id: string, meetingId: string) => { await endMeeting(db, meetingId, AT + 8000); await deleteToBin(db, 'meeting', meetingId, '1차', AT + 9000); }],
])('comes in with no minutes of a machine where %s was deleted', async (_what, remove) => {
  const { db: here, dealId, meeting } = await someCall(AT);
  const id = (await captureLine(here, '배차를 새로 짠다', { meeting, dealId, focus: null, me: '', kind: null }, AT + 1000))?.id ?? '';
  const other = freshDatabase();
  await bring(here, other);
  await editLine(other, 'notes', id, { text: '사장 아들이 반대함' }, AT + 2000);
  await editMinutes(other, meeting.id, 'discussed', '- 사장 아들이 반대함', AT + 3000);
  await editLine(other, 'notes', id, { text: '집안 사정' }, AT + 4000);
  await remove(other, id, meeting.id);
  await takeOffRecord(here, 'notes', id);
  await bring(other, here);
  expect(JSON.stringify(await Promise.all(here.tables.map((table) => table.toArray())))).not.toContain('아들이');
});

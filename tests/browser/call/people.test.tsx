import Dexie from 'dexie';
import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { useLiveQuery } from 'dexie-react-hooks';
import { usePanelStore } from '@/components/app/panel-store';
import { PeopleView } from '@/components/people/PeopleView';
import { db } from '@/utils/db/database';
import { editMeeting, setParticipant } from '@/utils/services/meeting/edit-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { violations } from '../violations';
import { emptyDatabase, stage } from './stage';

function People({ id }: { id: string }) {
  const meeting = useLiveQuery(() => db.meetings.get(id), [id]);
  return meeting ? <PeopleView meeting={meeting} /> : null;
}

async function people(): Promise<string> {
  const { id } = await startManualMeeting(db, '', '', Date.now());
  await setParticipant(db, id, { name: 'Raj' }, Date.now());
  await stage(<People id={id} />, 'en', 'light');
  await expect.element(page.getByRole('textbox', { name: /Raj/u })).toBeVisible();
  return id;
}

beforeEach(emptyDatabase);

describe('who is in the call', () => {
  it('keeps a side and a role that were given one right after the other', async () => {
    const id = await people();
    let free: () => void = () => undefined;
    const held = new Promise<void>((resolve) => { free = resolve; });
    const disk = db.transaction('rw', db.tables, async () => { await Dexie.waitFor(held); });
    await page.getByRole('combobox', { name: /Raj/u }).first().selectOptions('customer');
    await page.getByRole('textbox', { name: /Raj/u }).click();
    await userEvent.keyboard('Finance{Enter}');
    free();
    await disk;
    await expect.poll(async () => (await db.meetings.get(id))?.participants[0]).toMatchObject({ side: 'customer', role: 'Finance' });
  });

  it('keeps what was typed when it could not be saved', async () => {
    const meeting = { ...(await startManualMeeting(db, '', '', Date.now())), id: 'gone' };
    await stage(<PeopleView meeting={meeting} />, 'en', 'light');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Sofia');
    await page.getByRole('button', { name: 'Add person' }).click();
    const form = page.getByRole('form', { name: 'Record consent' });
    await form.getByRole('combobox', { name: 'Who', exact: true }).fill('Raj');
    await form.getByRole('textbox', { name: 'Condition' }).fill('notes only');
    await form.getByRole('button', { name: /Save/u }).click();
    await expect.poll(() => usePanelStore.getState().failure).toMatch(/^It is not there any more/u);
    await expect.element(form.getByRole('textbox', { name: 'Condition' })).toHaveValue('notes only');
    await expect.element(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Sofia');
  });

  it('shows what another window wrote, and leaving a field unchanged does not take it back', async () => {
    const id = await people();
    const aim = page.getByRole('textbox', { name: /aim/iu });
    await aim.click();
    await setParticipant(db, id, { name: 'Raj', role: 'Head of Finance' }, Date.now());
    await editMeeting(db, id, { aim: 'agree the pilot' }, Date.now());
    const role = page.getByRole('textbox', { name: /Raj/u });
    await expect.element(role).toHaveValue('Head of Finance');
    await expect.element(aim).toHaveValue('agree the pilot');
    await role.click();
    await userEvent.keyboard('{Enter}');
    await aim.click();
    await userEvent.keyboard('{Tab}');
    expect(await db.meetings.get(id)).toMatchObject({ aim: 'agree the pilot', participants: [{ role: 'Head of Finance' }] });
  });

  it('keeps an aim, a role and a name that were not left yet, says so, and saves them when the field is left', async () => {
    const id = await people();
    const aim = page.getByRole('textbox', { name: 'Aim of this meeting' });
    const role = page.getByRole('textbox', { name: 'Role of Raj' });
    // Nothing leaves the fields: the panel is closed with the caret in one of them.
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Sofia');
    const close = await stage(<People id={id} />, 'en', 'light');
    await expect.element(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Sofia');
    await aim.fill('agree the pilot');
    await expect.poll(async () => (await db.drafts.toArray()).map((d) => d.text)).toContain('{"aim":"agree the pilot"}');
    await expect.element(page.getByText('begun, not saved')).not.toBeInTheDocument();
    close();
    expect((await db.meetings.get(id))?.aim).toBe('');
    await stage(<People id={id} />, 'en', 'dark');
    await expect.element(aim).toHaveValue('agree the pilot');
    await expect.element(aim).toHaveAccessibleDescription('begun, not saved');
    expect(await violations()).toEqual([]);
    await aim.click();
    await role.fill('Finance');
    await expect.poll(async () => (await db.meetings.get(id))?.aim).toBe('agree the pilot');
    await expect.element(page.getByText('begun, not saved')).not.toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await db.meetings.get(id))?.participants[0]?.role).toBe('Finance');
    await page.getByRole('button', { name: 'Add person' }).click();
    await expect.poll(async () => (await db.meetings.get(id))?.participants.map((p) => p.name)).toEqual(['Raj', 'Sofia']);
    await expect.poll(() => db.drafts.count()).toBe(0);
  });

  it('marks a field whose words could not be saved', async () => {
    const meeting = { ...(await startManualMeeting(db, '', '', Date.now())), id: 'gone' };
    await stage(<PeopleView meeting={meeting} />, 'en', 'light');
    const aim = page.getByRole('textbox', { name: 'Aim of this meeting' });
    await aim.fill('agree the pilot');
    await userEvent.keyboard('{Tab}');
    await expect.element(aim).toHaveAccessibleDescription('begun, not saved');
    await expect.element(aim).toHaveValue('agree the pilot');
  });
});

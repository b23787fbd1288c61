/** Who is in the room, the aim, and consent. */
import type { CaptionPermission, Side } from '@/utils/meeting/meeting';
import { until } from '../until';
import type { Panel } from './panel';
import { button, choose, openTab, pick, press, settled, write } from './panel';

export interface PersonEntry { name: string; side: Side; role: string }
export interface ConsentEntry { who: string; captions: CaptionPermission; audio: boolean; condition: string; note: string }

/** Sets side and role of a person; adds the person when the page has not shown them. */
export async function describePerson(panel: Panel, person: PersonEntry): Promise<void> {
  const { page, t } = panel;
  await openTab(panel, 'people');
  const side = page.getByRole('combobox', { name: t('call.people.side', { name: person.name }), exact: true });
  const seen = await until(async () => side.isVisible(), { what: person.name, timeout: 1_500 }).catch(() => false);
  if (!seen) {
    await write(page.getByRole('textbox', { name: t('call.people.addName'), exact: true }), person.name);
    await panel.tick();
    await press(button(page, t('call.people.add')));
    await settled(panel, `${person.name} to be added`, async () => side.isVisible());
  }
  if ((await side.inputValue()) !== person.side) {
    await panel.tick();
    await pick(side, { value: person.side });
  }
  const role = page.getByRole('textbox', { name: t('call.people.role', { name: person.name }), exact: true });
  if ((await role.inputValue()) === person.role) return;
  await write(role, person.role);
  await panel.tick();
  await role.press('Enter');
}

export async function writeAim(panel: Panel, aim: string): Promise<void> {
  await openTab(panel, 'people');
  const field = panel.page.getByRole('textbox', { name: panel.t('call.people.aim'), exact: true });
  await write(field, aim);
  await panel.tick();
  await field.press('Tab');
}

/** Records what one person allowed. */
export async function recordConsent(panel: Panel, consent: ConsentEntry): Promise<void> {
  const { page, t } = panel;
  await openTab(panel, 'people');
  const form = page.getByRole('form', { name: t('call.recordConsent'), exact: true });
  const section = page.getByRole('region', { name: t('call.people.consentTitle'), exact: true });
  const before = await section.getByRole('listitem').count();
  await write(form.getByRole('combobox', { name: t('call.people.who'), exact: true }), consent.who);
  await choose(form.getByRole('group', { name: t('call.people.captions'), exact: true }), t(`common.captions.${consent.captions}`));
  await choose(form.getByRole('group', { name: t('call.people.audio'), exact: true }), t(consent.audio ? 'call.people.allowed' : 'call.people.refused'));
  await write(form.getByRole('textbox', { name: t('call.people.condition'), exact: true }), consent.condition);
  await write(form.getByRole('textbox', { name: t('call.people.note'), exact: true }), consent.note);
  await panel.tick();
  await press(button(form, t('call.people.saveConsent')));
  await settled(panel, `the consent of ${consent.who} to be saved`, async () => (await section.getByRole('listitem').count()) > before);
}

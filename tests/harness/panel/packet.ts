/** The packet screen: choices, what is missing, and the download. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../until';
import type { Panel } from './panel';
import { button, choose, press, settled, visible, write } from './panel';

export interface ExportEntry {
  purpose: 'estimate' | 'handoff' | 'join';
  language: 'ko' | 'en';
  redaction: 'internal' | 'customer_safe' | 'anonymised';
  /** Said where Baton asks why: unowned items, or a request that comes late. */
  reason: string;
}

const OWN_NAME = { ko: '한국어', en: 'English' } as const;

function zips(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.zip')) : [];
}

/** Fills in the packet screen; gives a reason only where one is asked for. */
export async function choosePacket(panel: Panel, entry: ExportEntry): Promise<void> {
  const { page, t } = panel;
  await visible(page.getByRole('heading', { level: 1, name: t('packet.title'), exact: true }));
  await choose(page.getByRole('group', { name: t('packet.purpose'), exact: true }), t(`packet.purposes.${entry.purpose}`));
  await choose(page.getByRole('group', { name: t('packet.language'), exact: true }), OWN_NAME[entry.language]);
  // Asking delivery to join stays in the house: there is nothing to choose.
  if (entry.purpose !== 'join') await choose(page.getByRole('group', { name: t('packet.redaction'), exact: true }), t(`packet.redactions.${entry.redaction}`));
  for (const name of [t('packet.reason'), t('packet.lateReason')]) {
    const field = page.getByRole('textbox', { name, exact: true });
    if (await field.isVisible()) await write(field, entry.reason);
  }
}

/** Saves the packet and waits for the file. Returns its path. */
export async function savePacket(panel: Panel, downloads: string): Promise<string> {
  const { page, t } = panel;
  const before = zips(downloads);
  const save = button(page, t('packet.save'));
  await until(async () => save.isEnabled(), { what: 'the preview of the packet', timeout: 20_000 });
  await panel.tick();
  await press(save);
  const started = Date.now();
  await settled(panel, 'the packet to be saved', async () => {
    if (Date.now() - started > 500 && (await page.getByText(t('packet.failed', { reason: '' })).isVisible())) throw new Error(`The panel says "${await page.getByText(t('packet.failed', { reason: '' })).innerText()}"`);
    return zips(downloads).some((name) => !before.includes(name));
  });
  const name = zips(downloads).find((one) => !before.includes(one));
  if (!name) throw new Error('The saved packet is gone.');
  return join(downloads, name);
}

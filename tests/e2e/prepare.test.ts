/** Preparing in the built extension: an invitation pasted on the deal's page, and the call in its room that opens on that deal. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { resolveFixture } from '../fixtures/sites/server-routes';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import { createDeal, leaveDeals, openDeals } from '../harness/panel/deals';
import { openTab, panelOn } from '../harness/panel/panel';
import type { SiteServer } from '../harness/site-server';
import { startSiteServer } from '../harness/site-server';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import { until } from '../harness/until';

declare const chrome: { storage: { local: { set: (v: object) => Promise<void> } } };

const EXT = `chrome-extension://${TEST_EXTENSION_ID}`;
let site: SiteServer;
let browser: BrowserSession;

beforeAll(async () => {
  const [extension, server] = await Promise.all([ensureBuild('test'), startSiteServer(resolveFixture)]);
  site = server;
  browser = await startBrowser({ extension, resolverRules: site.resolverRules, headless: true, utcOffset: 540 });
  browser.context.setDefaultTimeout(20_000);
  await browser.inExtension(() => chrome.storage.local.set({ preferences: { language: 'en', theme: 'light', name: 'Emma' } }), null);
});
afterAll(async () => {
  await browser.stop();
  await site.stop();
});

/** An invitation to a call that begins in ten minutes, as a calendar writes it. */
function invitation(): string {
  const stamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  const start = Date.now() + 600_000;
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', 'BEGIN:VEVENT', 'UID:1', `DTSTAMP:${stamp(start)}`, `DTSTART:${stamp(start)}`, `DTEND:${stamp(start + 3_600_000)}`,
    'SUMMARY:재고 시스템 2차 미팅', 'DESCRIPTION:참여 https://meet.google.com/abc-defg-hij', 'ATTENDEE;CN=Raj Patel:mailto:raj@acme.example', 'END:VEVENT', 'END:VCALENDAR', '',
  ].join('\r\n');
}

/** A request to join, from the deal's page and without a call: what hurts, a role, and the meeting as a file for delivery's calendar. */
async function askDelivery(library: Page): Promise<void> {
  const pains = library.getByRole('region', { name: /^Pain points/ });
  await pains.getByLabel('Add a pain point').fill('Stock is wrong every Monday');
  await pains.getByRole('button', { name: 'Add', exact: true }).click();
  await pains.getByText('Stock is wrong every Monday').waitFor();
  await library.getByRole('link', { name: 'Make a packet' }).click();
  await library.getByText('Join a meeting', { exact: true }).click();
  const meeting = library.getByRole('region', { name: 'The meeting', exact: true });
  await meeting.getByText('Agree what the ERP interface covers').waitFor();
  await library.getByRole('button', { name: 'Add a role' }).click();
  await library.keyboard.type('Security');
  await library.getByRole('textbox', { name: 'Security: what for' }).fill('Can the audit log leave the site?');
  await library.getByRole('textbox', { name: 'Why it is late' }).fill('The customer asked today');
  await library.getByRole('textbox', { name: 'Why it goes out with unowned items' }).fill('First meeting');
  await library.getByRole('button', { name: 'Save for the calendar (.ics)' }).click();
  const said = await library.getByText(/^Kept as packet no\. 1/u).textContent();
  expect(said).toContain('calendar file');
  const saved = (): string | undefined => readdirSync(browser.downloads).find((name) => name.endsWith('_v1.ics'));
  await until(() => saved() !== undefined, { what: 'the calendar file' });
  const text = readFileSync(join(browser.downloads, saved() ?? ''), 'utf8').replaceAll('\r\n ', '');
  expect(text).toContain('SUMMARY:Request to join a meeting: 재고 시스템 2차 미팅');
  expect(text).toContain('Security: Can the audit log leave the site?');
  await library.getByRole('link', { name: 'Back to the deal' }).click();
  await library.getByRole('region', { name: 'Next meeting' }).waitFor();
}

it('an invitation pasted on the deal goes on to delivery, and makes the call in its room open on that deal, with its aim and roles', async () => {
  const start = await browser.open(`${EXT}/sidepanel.html`);
  const panel = await panelOn(start, 'en');
  const deal = (name: string) => ({ account: 'Acme', deal: name, stage: 'first', checklist: 'A', also: null }) as const;
  await openDeals(panel);
  await createDeal(panel, deal('Stock'), { first: true });
  await leaveDeals(panel);

  const library = await browser.open(`${EXT}/library.html#/deals`);
  await library.getByRole('link', { name: /Stock/ }).first().click();
  const plan = library.getByRole('region', { name: 'Next meeting' });
  await plan.getByRole('button', { name: 'Plan the next meeting' }).click();
  await plan.getByText('Paste an invitation').click();
  await plan.getByLabel('Text of the invitation').fill(invitation());
  await plan.getByRole('button', { name: 'Fill in' }).click();
  await plan.getByText('Filled in below.', { exact: false }).waitFor();
  expect(await plan.getByLabel('Link to the call').inputValue()).toBe('https://meet.google.com/abc-defg-hij');
  await plan.getByLabel('Aim').fill('Agree what the ERP interface covers');
  await plan.getByRole('button', { name: 'Save the plan' }).click();
  await plan.getByRole('button', { name: 'Add 1 person to the contacts' }).click();
  const people = library.getByRole('region', { name: 'Contacts' });
  await people.getByRole('button', { name: /Edit Raj Patel/ }).click();
  await people.getByLabel('Role').fill('Head of logistics');
  await people.getByLabel('Side').selectOption({ label: 'Customer' });
  await people.getByRole('button', { name: 'Save' }).click();
  await people.getByText('Head of logistics').waitFor();
  await askDelivery(library);

  const call = await browser.open('https://meet.google.com/abc-defg-hij?lang=en&self=Emma&speed=10');
  await call.waitForFunction(() => '__fx' in window);
  await call.evaluate(() => {
    const { __fx } = window as unknown as { __fx: { join: () => unknown; people: (all: object[]) => unknown } };
    __fx.join();
    __fx.people([{ name: 'Emma', self: true }, { name: 'Raj Patel' }]);
  });
  const beside = await panelOn(await browser.openPanel(call), 'en');
  await beside.page.getByRole('banner').getByText('Stock', { exact: true }).waitFor();
  await openTab(beside, 'people');
  await beside.page.getByRole('textbox', { name: 'Aim' }).waitFor();
  expect(await beside.page.getByRole('textbox', { name: 'Aim' }).inputValue()).toBe('Agree what the ERP interface covers');
  await expect.poll(async () => beside.page.getByRole('tabpanel').locator('input').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))).toContain('Head of logistics');
  await library.bringToFront();
  await library.getByText('Nothing planned yet.', { exact: false }).waitFor();
});

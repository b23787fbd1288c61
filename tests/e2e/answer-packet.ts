/** Delivery's side of a packet: its page is opened as a file, the form is filled in, and what it saves goes back into Baton. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { BrowserSession } from '../harness/browser-session';

export interface Answered { said: string; standing: string; gap: string; alternative: string }

const GAP = '창고마다 재고 담당자가 다른가요?';
const ALTERNATIVE = '1차는 조회만 열고 나머지는 2차에';

/** The page as delivery has it: unpacked somewhere. */
function packetPage(zip: string, folder: string): string {
  const page = unzipSync(new Uint8Array(readFileSync(zip)))['packet.html'];
  if (!page) throw new Error(`no packet.html in ${zip}`);
  const file = join(folder, 'packet.html');
  writeFileSync(file, page);
  return file;
}

/** Sends the packet of a Korean call back as "to be completed", brings the reply in, and tells what the library says of it then. */
export async function answerPacket(session: BrowserSession, zip: string, library: string): Promise<Answered> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-delivery-'));
  const form = await session.open(pathToFileURL(packetPage(zip, folder)).href);
  await form.locator('#by-name').fill('정하늘');
  await form.locator('input[name=verdict][value=returned]').check();
  await form.locator('#summary-text').fill('하나만 더 알면 됩니다');
  await form.locator('.ruling[data-kind=item] select').first().selectOption('question');
  await form.locator('.ruling[data-kind=item] textarea').first().fill(GAP);
  await form.locator('#rule-commitment-1').selectOption('cannot_but');
  await form.locator('#rule-commitment-1-alternative').fill(ALTERNATIVE);
  await form.locator('button[type=submit]').click();
  await form.locator('#reply-copy').waitFor();
  const reply = await form.locator('#reply-text').inputValue();
  await form.close();
  rmSync(folder, { recursive: true, force: true });

  const page = await session.open(`${library}#/reply`);
  await page.getByLabel('회신 파일 고르기').setInputFiles({ name: 'v1.reply.json', mimeType: 'application/json', buffer: Buffer.from(reply) });
  await page.getByRole('button', { name: '고른 2건 반영' }).click();
  const said = await page.getByRole('status').filter({ hasText: '반영했습니다' }).innerText();
  await page.getByRole('link', { name: '영업 건 열기' }).click();
  // Lists far down are not drawn yet: what they say is read, not how it is drawn.
  const standing = await page.getByRole('region', { name: /^인계서/u }).getByRole('listitem').textContent() ?? '';
  const gap = await page.getByRole('listitem').filter({ hasText: GAP }).first().textContent() ?? '';
  const alternative = await page.getByRole('listitem').filter({ hasText: ALTERNATIVE }).first().textContent() ?? '';
  await page.close();
  return { said, standing, gap, alternative };
}

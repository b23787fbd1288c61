/** After a run: the packet goes to its folder, is read back, compared, and nothing forbidden is anywhere. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Packet } from '@/utils/packet/schema';
import type { BrowserSession } from '../harness/browser-session';
import { until } from '../harness/until';
import type { Finding } from './compare';
import { comparePacket } from './compare';
import { tracesBelow } from './forbidden';
import { internalPacket } from './internal-packet';
import { wordsMayBeKept, wordsOfLine } from './plan';
import type { PracticeCall } from './practice-call';
import { forOther } from './other-deal';
import { readPacket, unpack } from './unpack';

/** Takes away what an earlier run left: its ZIPs and exactly the files that are in them. */
function clearEarlier(out: string): void {
  if (!existsSync(out)) return;
  for (const name of readdirSync(out).filter((one) => one.endsWith('.baton.zip'))) {
    const zip = join(out, name);
    for (const entry of Object.keys(unzipSync(readFileSync(zip)))) rmSync(join(out, entry), { force: true });
    rmSync(zip);
  }
}

/** Puts the ZIP and its unpacked files into `out`. */
export function deliver(zip: string, out: string): { files: string[]; packet: Packet } {
  clearEarlier(out);
  mkdirSync(out, { recursive: true });
  copyFileSync(zip, join(out, basename(zip)));
  const files = unpack(zip, out);
  return { files: [basename(zip), ...files], packet: readPacket(out) };
}

/** Every row of every table and every stored setting, as JSON: `{ tables: { name: { table: rows } }, local, session }`. */
export async function everythingStored(session: BrowserSession): Promise<string> {
  return session.inExtension(async () => {
    const tables: Record<string, Record<string, unknown>> = {};
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => { resolve(request.result); };
        request.onerror = () => { reject(new Error(`cannot open ${name}`)); };
      });
      const rows: Record<string, unknown> = {};
      for (const store of Array.from(database.objectStoreNames)) {
        rows[store] = await new Promise((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => { resolve(request.result); };
          request.onerror = () => { reject(new Error(`cannot read ${store}`)); };
        });
      }
      tables[name] = rows;
      database.close();
    }
    const { chrome } = globalThis as unknown as { chrome: { storage: Record<'local' | 'session', { get: (keys: null) => Promise<object> }> } };
    return JSON.stringify({ tables, local: await chrome.storage.local.get(null), session: await chrome.storage.session.get(null) });
  }, null);
}

/** Waits until words that went off the record have left the disk too. */
export async function scrubbed(session: BrowserSession): Promise<void> {
  await until(() => session.inExtension(async () => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { local: { get: (key: string) => Promise<{ scrubDue?: unknown }> } } } };
    return ((await chrome.storage.local.get('scrubDue')).scrubDue ?? null) === null;
  }, null), { what: 'off-record words to leave the disk', timeout: 60_000, every: 200 });
}

/** Is this a file in which the browser keeps what an extension stores? */
function keepsOurData(path: string): boolean {
  return /IndexedDB|Local Extension Settings|Session Storage|Local Storage/.test(path);
}

/** Spoken lines of a call whose captions may not be kept. Short ones could well be typed by the rep. */
function unkeepable(call: PracticeCall): string[] {
  if (wordsMayBeKept(call)) return [];
  const typed = JSON.stringify([call.rep, call.atEnd, call.prior, call.brief ?? null]);
  return call.lines.flatMap((line) => [line.text, line.caption ?? '']).filter((text) => text.length >= 25 && !typed.includes(JSON.stringify(text).slice(1, -1)));
}

/** All that is wrong or worth a note after a run. `profile` is the closed browser's. */
export async function judge(call: PracticeCall, packet: Packet, places: { out: string; profile: string; stored: string }): Promise<Finding[]> {
  const internal = packet.packet.redaction === 'internal';
  // A copy for others leaves out what is compared: then the deal as it is stored is held against the script.
  const findings = comparePacket(call, internal ? packet : await internalPacket(places.stored, packet));
  const fault = (text: string): void => { findings.push({ kind: 'fault', text }); };
  const secret = [...(call.expect?.mustNotContain ?? []), ...unkeepable(call)];
  for (const { text, where } of tracesBelow(places.out, secret)) fault(`"${text}" must appear nowhere, and is in ${where}`);
  for (const { text, where } of tracesBelow(places.profile, secret, keepsOurData)) fault(`"${text}" must appear nowhere, and is in the browser's ${where}`);
  for (const text of secret.filter((one) => places.stored.includes(JSON.stringify(one).slice(1, -1)))) fault(`"${text}" must appear nowhere, and is in a table`);
  const whole = JSON.stringify(packet);
  const elsewhere = call.rep.flatMap((action) => ((action.do === 'line' || action.do === 'promise') && forOther(call, action) ? [wordsOfLine(action.text)] : []));
  for (const text of elsewhere.filter((one) => whole.includes(JSON.stringify(one).slice(1, -1)))) fault(`"${text}" belongs to the other deal, and is in this packet`);
  if (!internal) for (const text of namesLeft(call, packet, places.out)) fault(text);
  return findings;
}

/** What a copy for others must not tell: who chases a gap, and in an anonymised one any name. */
function namesLeft(call: PracticeCall, packet: Packet, out: string): string[] {
  const owned = packet.gaps.filter((gap) => gap.owner !== '').map((gap) => `a copy for others names who chases "${gap.question}"`);
  if (packet.packet.redaction !== 'anonymised') return owned;
  const names = [call.account, ...call.people.map((one) => one.name)].filter((name) => name.length > 2);
  return [...owned, ...tracesBelow(out, names, (path) => !path.endsWith('.zip') && !path.endsWith('.schema.json')).map(({ text, where }) => `"${text}" is in ${where} of an anonymised copy`)];
}

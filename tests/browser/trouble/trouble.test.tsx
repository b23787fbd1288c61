import Dexie from 'dexie';
import { createRoot } from 'react-dom/client';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EmptiedLine } from '@/components/app/EmptiedLine';
import { PanelApp } from '@/components/app/PanelApp';
import { Providers } from '@/components/app/Providers';
import { popupTexts } from '@/utils/i18n/popup-texts';
import { WorkerTrouble } from '@/components/trouble/WorkerTrouble';
import { downloadBackup } from '@/components/settings/use-backup';
import { TroubleScreen } from '@/components/trouble/TroubleScreen';
import { useDraft } from '@/components/hooks/use-draft';
import { useSaver } from '@/components/hooks/use-saver';
import { usePanelStore } from '@/components/app/panel-store';
import { browser } from 'wxt/browser';
import { db, keystrokes } from '@/utils/db/database';
import { TROUBLES } from '@/utils/db/trouble';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { hadData } from '@/utils/settings/had-data';
import { callTrouble, captureTrouble } from '@/utils/settings/capture-news';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';

beforeEach(emptyDatabase);
afterEach(() => { vi.restoreAllMocks(); });

describe('trouble', () => {
  it.each(TROUBLES.flatMap((kind, i) => [[kind, 'ko', i % 2 ? 'dark' : 'light'], [kind, 'en', i % 2 ? 'light' : 'dark']] as const))('%s is said in %s, %s, accessibly', async (kind, language, theme) => {
    await stage(<TroubleScreen trouble={kind} detail="UnknownError: Internal error." onRetry={() => undefined} />, language, theme);
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    expect(document.body.innerText).not.toMatch(/trouble\./);
    await picture(`trouble-${kind}-${language}`);
  });

  it.each([['damaged', ['Back up what can be read', 'Try again']], ['upgrade', ['Back up what can be read', 'Try again']], ['closed', ['Load again', 'Back up what can be read']]] as const)('%s offers first what does no harm', async (kind, buttons) => {
    await stage(<TroubleScreen trouble={kind} onRetry={() => undefined} />, 'en');
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(page.getByRole('button').elements().map((one) => one.textContent)).toEqual(buttons);
  });

  it('stands in for the app when the database does not open, and gives way when it does', async () => {
    const refused = vi.spyOn(db, 'open').mockImplementation(() => Dexie.Promise.reject(new DOMException('Internal error opening backing store', 'UnknownError')));
    await stage(<p>the app</p>, 'en');
    await expect.element(page.getByRole('alert')).toHaveTextContent('The browser cannot read the data');
    refused.mockRestore();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByText('the app')).toBeVisible();
  });

  it('says that the profile is read-only as soon as the browser’s other store does, and gives way when the database opens after all', async () => {
    let open = (): void => undefined;
    const waiting = vi.spyOn(db, 'open').mockImplementation(() => new Dexie.Promise<Dexie>((resolve) => { open = () => { resolve(db); }; }));
    await stage(<p>the app</p>, 'en');
    const refused = vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('IO error: .../LOCK: Access denied. (ChromeMethodBFE: 15::LockFile::5)'));
    await expect.element(page.getByRole('heading', { name: 'The browser profile cannot be written to' })).toBeVisible();
    expect(refused).toHaveBeenCalled();
    open();
    await expect.element(page.getByText('the app')).toBeVisible();
    waiting.mockRestore();
  });

  it('says nothing of a database that only takes its time', async () => {
    let open = (): void => undefined;
    const waiting = vi.spyOn(db, 'open').mockImplementation(() => new Dexie.Promise<Dexie>((resolve) => { open = () => { resolve(db); }; }));
    const asked = vi.spyOn(browser.storage.local, 'remove');
    await stage(<p>the app</p>, 'en');
    await expect.poll(() => asked.mock.calls.flat()).toContain('probe');
    expect(page.getByRole('alert').elements()).toEqual([]);
    open();
    await expect.element(page.getByText('the app')).toBeVisible();
    waiting.mockRestore();
  });

  it('saves what can still be read', async () => {
    await db.accounts.add({ id: 'a', name: 'a', relationship: 'prospect', createdAt: 1, updatedAt: 1 });
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await stage(<TroubleScreen trouble="damaged" onRetry={() => undefined} />, 'en');
    await page.getByRole('button', { name: 'Back up what can be read' }).click();
    await expect.element(page.getByText('1 entry.', { exact: false })).toBeVisible();
    expect(clicked).toHaveBeenCalledOnce();
  });

  it('saves it with the default settings where those can’t be read', async () => {
    await db.accounts.add({ id: 'a', name: 'a', relationship: 'prospect', createdAt: 1, updatedAt: 1 });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await stage(<TroubleScreen trouble="damaged" onRetry={() => undefined} />, 'en');
    const refused = vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('damaged'));
    await page.getByRole('button', { name: 'Back up what can be read' }).click();
    await expect.element(page.getByText('1 entry.', { exact: false })).toBeVisible();
    expect(refused).toHaveBeenCalled();
    expect((await downloadBackup()).count).toBe(1);
  });

  it('in a read while drawing does not leave an empty window', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    function Broken(): never { throw Object.assign(new Error('gone'), { name: 'DatabaseClosedError' }); }
    await stage(<Broken />, 'ko');
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('데이터와의 연결이 끊겼습니다');
  });

  it('in the popup leaves no box that takes words which nobody keeps; what stands there can be copied', async () => {
    const leave = await stage(<TroubleScreen trouble="damaged" onRetry={() => undefined} />, 'en');
    leave();
    const box = Object.assign(document.createElement('textarea'), { id: 'popup-box', value: 'half a line' });
    const host = document.createElement('div');
    document.body.replaceChildren(box, host);
    const root = createRoot(host);
    root.render(<Providers load={popupTexts}><TroubleScreen trouble="damaged" onRetry={() => undefined} /></Providers>);
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.poll(() => box.readOnly).toBe(true);
    expect(box.value).toBe('half a line');
    root.unmount();
    expect(box.readOnly).toBe(false);
  });

  it('of the worker is said where one looks next, until it was read', async () => {
    await callTrouble.setValue({ reason: 'no_space', at: 1 });
    await captureTrouble.setValue({ reason: 'database', at: 1 });
    await stage(<WorkerTrouble />, 'ko');
    await expect.element(page.getByText('참석자를 기록하지 못했습니다', { exact: false })).toBeVisible();
    await expect.element(page.getByText('우클릭으로 담은 내용', { exact: false })).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: '확인' }).first().click();
    await expect.poll(async () => callTrouble.getValue()).toBeNull();
    await callTrouble.setValue({ reason: 'database', at: 2 });
    await expect.element(page.getByText('참석자를 기록하지 못했습니다', { exact: false })).toBeVisible();
    await Promise.all([callTrouble.setValue(null), captureTrouble.setValue(null)]);
  });

  it('of the settings’ storage does not leave an empty window, and lines are still saved', async () => {
    vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('IO error: Corruption'));
    function Writer() {
      const save = useSaver();
      return <button onClick={() => { void save(() => Promise.resolve(1)); }}>write</button>;
    }
    await stage(<Writer />, 'en');
    await page.getByRole('button', { name: 'write' }).click();
    await expect.poll(() => usePanelStore.getState().savedAt).not.toBeNull();
  });

  it('in a draft is said in the user’s language and ends no save that runs', async () => {
    vi.spyOn(keystrokes.drafts, 'put').mockImplementation(() => Dexie.Promise.reject(new DOMException('x', 'QuotaExceededError')));
    function Bar() {
      const draft = useDraft('capture:x', 'x');
      return <input aria-label="line" value={draft.text} onChange={(e) => { draft.setText(e.target.value); }} />;
    }
    await stage(<Bar />, 'ko');
    usePanelStore.getState().beginSave();
    await page.getByLabelText('line').fill('말');
    await expect.poll(() => usePanelStore.getState().failure).toBe('디스크가 가득 찼습니다. 공간을 비운 뒤 다시 시도해 주세요.');
    expect(usePanelStore.getState().saving).toBe(1);
  });

  it('of a browser that threw the data away is said, with the way to restoring; what was emptied by hand is not', async () => {
    await stage(<EmptiedLine href="#/settings" />, 'ko');
    await db.deals.add({ id: 'd' } as never);
    await expect.poll(async () => hadData.getValue()).toBe(true);
    await db.deals.clear();
    await expect.poll(() => document.querySelector('.banner')).toBeNull();
    await stage(<EmptiedLine href="#/settings" />, 'ko');
    await expect.element(page.getByRole('alert')).toHaveTextContent('백업을 복원하세요');
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: '직접 비웠습니다' }).click();
    await stage(<EmptiedLine href="#/settings" />, 'en');
    await expect.poll(async () => hadData.getValue()).toBeNull();
    expect(document.querySelector('.banner')).toBeNull();
  });

  it('of a newer window is a line above what one is doing', async () => {
    await stage(<input aria-label="line" />, 'en');
    await page.getByLabelText('line').fill('half a');
    db.on('versionchange').fire({ newVersion: 999 });
    await expect.element(page.getByRole('alert')).toHaveTextContent('Load this window again');
    await expect.element(page.getByLabelText('line')).toHaveValue('half a');
  });

  it.each([['ko', 'light', '읽을 수 있는 내용 백업'], ['en', 'dark', 'Back up what can be read']] as const)('in writing a line is said beside the box, with a backup, until it is saved (%s, %s)', async (language, theme, backup) => {
    await startManualMeeting(db, '', '', Date.now());
    await stage(<PanelApp tabId={null} />, language, theme);
    const bar = page.getByRole('region', { name: language === 'ko' ? '기록하기' : 'Capture' });
    const refuse = (): never => { throw new DOMException('x', 'QuotaExceededError'); };
    db.notes.hook('creating', refuse);
    await bar.getByRole('textbox').fill('must stay');
    await userEvent.keyboard('{Enter}');
    await expect.element(bar.getByRole('alert')).toHaveTextContent(language === 'ko' ? '디스크가 가득 찼습니다' : 'The disk is full');
    await expect.element(bar.getByRole('button', { name: backup })).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    await expect.element(bar.getByRole('textbox')).toHaveValue('must stay');
    db.notes.hook('creating').unsubscribe(refuse);
    (bar.getByRole('textbox').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(bar.getByRole('textbox')).toHaveValue('');
    await expect.element(bar.getByRole('alert')).not.toBeInTheDocument();
  });

  it('in writing is said in the user’s language', async () => {
    function Writer() {
      const save = useSaver();
      return <button onClick={() => { void save(() => Promise.reject(new DOMException('x', 'QuotaExceededError'))); }}>write</button>;
    }
    await stage(<Writer />, 'ko');
    await page.getByRole('button', { name: 'write' }).click();
    await expect.poll(() => usePanelStore.getState().failure).toBe('디스크가 가득 찼습니다. 공간을 비운 뒤 다시 시도해 주세요.');
  });
});

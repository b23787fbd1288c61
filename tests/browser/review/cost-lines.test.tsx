/** A copy for the customer never says what we earn; the rep is told what stays out before it leaves, and lets in what is the customer's own. */
import { page } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/utils/db/database';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';
import { emptyCall, Packet, say } from './after-call';

beforeEach(emptyDatabase);

const WORDS = {
  ko: { copy: '고객 공유용', inside: '내부용', title: /^이 공유본에서 뺀 줄: 원가·마진 이야기 (\d)건$/u, ours: '결정: 마진 18%까지 할인', theirs: 'Pain Point: 제조원가가 안 맞음', save: '인계서 저장 (ZIP)', reason: '담당 없는 항목이 있는 채로 보내는 사유' },
  en: { copy: 'Customer-safe', inside: 'Internal', title: /^Left out of this copy: (\d) lines? about cost or margin$/u, ours: 'Decision: 마진 18%까지 할인', theirs: 'Pain point: 제조원가가 안 맞음', save: 'Save packet (ZIP)', reason: 'Why it goes out with unowned items' },
};

it.each(['ko', 'en'] as const)('tells before it leaves which lines about cost or margin stay out (%s)', async (language) => {
  const words = WORDS[language];
  const call = await emptyCall('2026-12-10');
  await db.deals.update(call.dealId, { stage: 'first' });
  await say(call, '* 마진 18%까지 할인', '# 제조원가가 안 맞음', '* 본사부터', '* 회원가입은 나중에');
  await stage(<Packet meeting={call.meeting} />, language, language === 'ko' ? 'light' : 'dark');
  const frame = (): string => document.querySelector<HTMLIFrameElement>('.packet-frame')?.contentDocument?.body.textContent ?? '';
  await expect.poll(frame).toContain('마진 18%');
  const title = page.getByRole('heading', { name: words.title });
  await expect.element(title).not.toBeInTheDocument();
  // It can't leave before that is told.
  const save = page.getByRole('button', { name: words.save });
  const disabled = (): boolean => (save.element() as HTMLButtonElement).disabled;
  expect(disabled()).toBe(false);
  (page.getByRole('radio', { name: words.copy }).element() as HTMLInputElement).click();
  await Promise.resolve();
  expect([disabled(), title.query()]).toEqual([true, null]);
  await expect.element(title).toHaveTextContent('2');
  await expect.poll(frame).not.toMatch(/마진|제조원가/u);
  expect(frame()).toContain('회원가입');
  const theirs = page.getByRole('checkbox', { name: words.theirs });
  await expect.element(page.getByRole('checkbox', { name: words.ours })).not.toBeChecked();
  expect(await violations()).toEqual([]);
  await picture(`cost-lines-${language}`, page.getByRole('region', { name: words.title }));
  await theirs.click();
  await expect.element(theirs).toBeChecked();
  await expect.element(title).toHaveTextContent('1');
  await expect.poll(frame).toContain('제조원가가 안 맞음');
  await page.getByRole('textbox', { name: words.reason }).fill('-');
  await save.click();
  await expect.poll(() => db.packets.count()).toBe(1);
  const json = (await db.packets.toArray())[0]?.json ?? '';
  expect([json.includes('마진'), json.includes('제조원가가 안 맞음'), json.includes('본사부터')]).toEqual([false, true, true]);
  // Of an internal packet there is nothing to tell: it has all of it.
  await page.getByText(words.inside, { exact: true }).click();
  await expect.element(title).not.toBeInTheDocument();
  await expect.poll(frame).toContain('마진 18%');
});

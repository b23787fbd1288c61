/** Delivery's reply comes in: chosen, dropped or pasted, seen beside the deal, taken over, and back with one press. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { editLine } from '@/utils/services/capture/edit-line';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { aReply } from '../../unit/reply/small-reply';
import { emptyDatabase, stage } from '../call/stage';
import { Packet as PacketScreen } from '../review/after-call';
import { drop } from '../drop';
import { violations } from '../violations';
import type { Sent } from './sent';
import { fullReply, sentPacket } from './sent';

beforeEach(async () => {
  await emptyDatabase();
  location.hash = '#/reply';
  await page.viewport(360, 800);
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const file = (reply: unknown, name = 'v1.reply.json') => new File([JSON.stringify(reply, null, 2)], name, { type: 'application/json' });
const paste = async (text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Or paste the reply' }).fill(text);
  await button('Read it').click();
};
const alert = () => page.getByRole('alert').first();

async function chosen(language: 'ko' | 'en', made: File): Promise<void> {
  await page.getByLabelText(language === 'ko' ? '회신 파일 고르기' : 'Choose a reply file').upload(made);
}

describe('a reply', () => {
  it.each(['ko', 'en'] as const)('is chosen as a file, and what is new in it is taken over with one press and back with one (%s)', async (language) => {
    const ko = language === 'ko';
    const sent = await sentPacket();
    await stage(<LibraryApp />, language, ko ? 'dark' : 'light');
    await chosen(language, file(fullReply(sent)));
    const heading = page.getByRole('heading', { name: ko ? '재고 시스템 1호에 대한 회신' : 'Reply to packet no. 1, 재고 시스템' });
    await expect.element(heading).toHaveFocus();
    await expect.element(page.getByText('두 가지만 더 알면 견적이 가능합니다.')).toBeVisible();
    await expect.element(page.getByRole('rowheader', { name: '백엔드' })).toBeVisible();
    await expect.element(page.getByRole('row', { name: ko ? '합계 2.5 4 6.5' : 'Together 2.5 4 6.5' })).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(await db.gaps.count()).toBe(0);
    await button(ko ? '고른 5건 반영' : 'Take over 5 points').click();
    await expect.element(page.getByText(ko ? /인계서와 함께 보관하고 5건을 반영했습니다\. 고객과 다시 이야기해야 합니다: .*1건/u : /5 points taken over\. Go back to the customer: delivery cannot keep a promise/u)).toBeVisible();
    expect((await db.gaps.toArray()).map((gap) => [gap.question, gap.owner])).toEqual(expect.arrayContaining([['창고마다 몇 평인가요?', '박서연'], ['ERP 버전은 무엇인가요?', '박서연']]));
    expect(await db.commitments.get(sent.promiseId)).toMatchObject({ confirmation: 'cannot', deliveryNote: '12월 20일' });
    expect(await violations()).toEqual([]);
    await button(ko ? '되돌리기' : 'Undo').click();
    await expect.poll(() => db.gaps.count()).toBe(0);
    expect(await db.commitments.get(sent.promiseId)).toMatchObject({ confirmation: 'unconfirmed' });
    expect((await db.packets.get(sent.packetId))?.replies ?? []).toEqual([]);
  });

  it('tells how a want is met beside its verdict, where delivery says so', async () => {
    const sent = await sentPacket();
    await stage(<LibraryApp />, 'en');
    await drop([file(fullReply(sent, { wants: [{ wantId: sent.wantId, feasibility: 'feasible_if', conditions: ['기간 연장'], alternative: '', customClass: 'customisation' }] }))]);
    await expect.element(page.getByRole('checkbox', { name: /AI가 알아서 추천.* · Customisation/u })).toBeVisible();
  });

  it('is taken over in part, by the keyboard alone; the same one again offers only what is left', async () => {
    const sent = await sentPacket();
    await stage(<LibraryApp />, 'en');
    await drop([file(fullReply(sent))]);
    await expect.element(page.getByRole('heading', { name: 'Reply to packet no. 1, 재고 시스템' })).toHaveFocus();
    await userEvent.tab();
    await expect.element(page.getByRole('checkbox', { name: /창고마다 몇 평인가요/u })).toHaveFocus();
    await userEvent.keyboard(' ');
    await button('Take over 4 points').click();
    await expect.element(page.getByText('4 points taken over', { exact: false })).toBeVisible();
    await paste(`회신 보냅니다.\n${JSON.stringify(fullReply(sent))}`);
    await expect.element(page.getByText('You have brought in this reply before.')).toBeVisible();
    await expect.element(page.getByRole('checkbox', { name: /ERP 버전은/u })).toBeDisabled();
    await page.getByRole('checkbox', { name: /창고마다 몇 평인가요/u }).click();
    await button('Take over 1 point').click();
    await expect.poll(() => db.gaps.count()).toBe(3);
    await paste(JSON.stringify(fullReply(sent)));
    await expect.element(page.getByText('Everything in it was taken over.')).toBeVisible();
    await expect.element(button('Keep the reply')).not.toBeInTheDocument();
    await button('Put it away').click();
    await expect.element(page.getByRole('heading', { name: 'Bring in a reply' })).toHaveFocus();
    expect((await db.packets.get(sent.packetId))?.replies).toHaveLength(1);
    location.hash = '#/gaps';
    await expect.poll(() => page.getByText('Delivery asks', { exact: true }).elements().length).toBe(2);
    await expect.element(page.getByText('Assumed', { exact: true })).toBeVisible();
    location.hash = '#/search?q=규칙으로';
    await page.getByRole('link', { name: /Packet/u }).filter({ hasText: '규칙으로' }).click();
    await expect.element(page.getByRole('heading', { name: 'Replies to packet no. 1 (1)' })).toBeVisible();
  });

  it('that only accepts is kept, and the lists say so', async () => {
    const sent = await sentPacket('handoff');
    location.hash = `#/deal/${sent.dealId}`;
    await stage(<LibraryApp />, 'en');
    await expect.element(page.getByText('With sales until delivery accepts the handoff.')).toBeVisible();
    await expect.element(page.getByText('No reply yet', { exact: true })).toBeVisible();
    location.hash = '#/reply';
    await chosen('en', file(sent.reply()));
    await button('Keep the reply').click();
    await page.getByRole('link', { name: 'Open the deal' }).click();
    await expect.element(page.getByText(/Delivery has accepted the handoff: 정하늘, Fri 27 Nov 2026/u)).toBeVisible();
    await page.getByRole('link', { name: 'Packets', exact: true }).click();
    await expect.element(page.getByRole('cell', { name: /Accepted/u })).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole('link', { name: '1 reply to no. 1, 가온식자재 · 재고 시스템' }).click();
    await expect.element(page.getByRole('heading', { name: 'Replies to packet no. 1 (1)' })).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it.each([['handoff', 'accepted_with_conditions', /Accepted with conditions/u], ['join', 'accepted', /Will join/u], ['join', 'accepted_with_conditions', /Will join if …/u], ['join', 'returned', /To be completed/u]] as const)('to a packet of kind %s, %s, is told in words of its own', async (purpose, verdict, words) => {
    const sent = await sentPacket('estimate');
    const reply = sent.reply({ verdict, summary: 'ERP가 열리면' });
    await db.packets.update(sent.packetId, { purpose, replies: [{ id: 'r', reply, keptAt: 1, applied: [] }] });
    location.hash = '#/packets';
    await stage(<LibraryApp />, 'en');
    await expect.element(page.getByRole('cell', { name: words })).toBeVisible();
    location.hash = `#/deal/${sent.dealId}`;
    await expect.element(page.getByText(purpose === 'handoff' ? /accepted the handoff with conditions: 정하늘/u : 'With sales until delivery accepts the handoff.')).toBeVisible();
  });

  it('is waited for in the panel too, which leads to where it comes in', async () => {
    const sent = await sentPacket();
    await stage(<PacketScreen meeting={sent.meeting} />, 'en');
    await expect.element(page.getByText('No reply yet', { exact: true })).toBeVisible();
    expect(page.getByRole('link', { name: 'Bring in delivery’s reply' }).element().getAttribute('href')).toBe('/library.html#/reply');
  });

  it('that confirmed a promise is asked for anew when its words change, and the form says so before', async () => {
    const sent = await sentPacket();
    await db.commitments.update(sent.promiseId, { confirmation: 'confirmed' });
    location.hash = `#/deal/${sent.dealId}`;
    await stage(<LibraryApp />, 'ko');
    await page.getByRole('button', { name: '약속 “12월 10일까지 견적” 수정' }).click();
    const form = page.getByRole('form', { name: '약속 수정: 12월 10일까지 견적' });
    const hint = form.getByText('다시 확인받아야 합니다', { exact: false });
    await expect.element(hint).not.toBeInTheDocument();
    await form.getByRole('textbox', { name: '약속한 내용' }).fill('12월 10일까지 견적과 일정');
    await expect.element(hint).toBeVisible();
    await form.getByRole('button', { name: '저장' }).click();
    await expect.poll(() => db.commitments.get(sent.promiseId)).toMatchObject({ words: '12월 10일까지 견적과 일정', confirmation: 'unconfirmed' });
  });

  it('to a deal that went on says what changed and chooses nothing where there is a doubt', async () => {
    const sent = await sentPacket();
    await editLine(db, 'wants', sent.wantId, { words: '추천은 2차에' }, Date.now());
    await stage(<LibraryApp />, 'en');
    await chosen('en', file(fullReply(sent)));
    await expect.element(page.getByRole('checkbox', { name: /추천은 2차에 Changed since/u })).not.toBeChecked();
    await expect.element(button('Take over 4 points')).toBeVisible();
    const promise = page.getByRole('checkbox', { name: /12월 10일까지 견적/u });
    await promise.click();
    await promise.click();
    // While one looks, another window makes a newer packet and deletes the promise.
    await sent.again('estimate');
    await db.commitments.delete(sent.promiseId);
    await expect.element(page.getByText('It answers no. 1, and no. 2 left after that.')).toBeVisible();
    await expect.element(page.getByRole('checkbox', { name: /not on this deal\) No longer there/u })).toBeDisabled();
    // Pressed by hand, but there is nothing to take over any more.
    await expect.element(button('Keep the reply')).toBeVisible();
    // It says that nothing is chosen: so it is.
    await expect.element(page.getByRole('checkbox', { name: /ERP 버전은/u })).not.toBeChecked();
    await page.getByRole('checkbox', { name: /ERP 버전은/u }).click();
    await expect.element(button('Take over 1 point')).toBeVisible();
    expect(await violations()).toEqual([]);
    await button('Put it away').click();
    await chosen('en', file(fullReply(sent)));
    await expect.element(page.getByText('So nothing is chosen yet. Choose what still holds.')).toBeVisible();
    await expect.element(button('Keep the reply')).toBeVisible();
  });

  it('whose packet is deleted while one looks says so, with the keyboard there', async () => {
    const sent = await sentPacket();
    await stage(<LibraryApp />, 'en');
    await chosen('en', file(fullReply(sent)));
    await expect.element(button('Take over 5 points')).toBeVisible();
    await deleteToBin(db, 'packet', sent.packetId, '1호', Date.now());
    await expect.element(alert()).toHaveTextContent('The packet that this answers is in the bin.');
    await expect.element(page.getByRole('heading', { name: 'Bring in a reply' })).toHaveFocus();
  });

  it('is not lost to a second file that is dropped on it', async () => {
    const sent = await sentPacket();
    await stage(<LibraryApp />, 'en');
    await chosen('en', file(fullReply(sent)));
    await expect.element(button('Take over 5 points')).toBeVisible();
    const data = new DataTransfer();
    data.items.add(file(sent.reply()));
    const dropped = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
    document.querySelector('main')?.dispatchEvent(dropped);
    // Else the browser opens the file in place of the page.
    expect(dropped.defaultPrevented).toBe(true);
    await expect.element(page.getByText('It asks for nothing to be changed.')).toBeVisible();
  });

  it.each<[string, (sent: Sent) => unknown, RegExp]>([
    ['another file', () => ({ format: 'baton.packet' }), /That is the packet itself/u], ['a newer format', (sent) => ({ ...sent.reply(), formatVersion: 9 }), /newer Baton/u],
    ['a field by hand', (sent) => fullReply(sent, { wants: [{ wantId: sent.wantId, feasibility: 'feasible_if', conditions: [], alternative: '' }] }), /wants\.0\.conditions/u],
    ['nobody’s packet', () => aReply({ packetId: 'nobody' }), /isn’t here/u],
  ])('is refused with the reason where one looks, and nothing changes: %s', async (_what, made, reason) => {
    const sent = await sentPacket();
    await stage(<LibraryApp />, 'en');
    await paste(JSON.stringify(made(sent)));
    await expect.element(alert()).toHaveTextContent(reason);
    expect(await violations()).toEqual([]);
    // What was pasted is still there to be mended.
    await expect.element(page.getByRole('textbox', { name: 'Or paste the reply' })).not.toHaveValue('');
    expect([await db.gaps.count(), (await db.packets.get(sent.packetId))?.replies]).toEqual([0, undefined]);
  });

  it('that is too much, two at once, or to a packet in the bin says what to do', async () => {
    const sent = await sentPacket();
    await stage(<LibraryApp />, 'en');
    await drop([file(sent.reply()), file(sent.reply())]);
    await expect.element(alert()).toHaveTextContent('One reply at a time, please.');
    await drop([new File(['x'.repeat(6_000_001)], 'large.reply.json')]);
    await expect.element(alert()).toHaveTextContent('That is too large to be a reply.');
    await deleteToBin(db, 'packet', sent.packetId, '1호', Date.now());
    await drop([file(sent.reply())]);
    await expect.element(alert()).toHaveTextContent('The packet that this answers is in the bin.');
    await expect.element(page.getByRole('link', { name: 'Look in the bin' })).toBeVisible();
  });

  it('shows hostile words as words', async () => {
    const sent = await sentPacket();
    await stage(<LibraryApp />, 'en');
    await paste(JSON.stringify(fullReply(sent, { summary: '<img src=x onerror=alert(1)>\u202Eevil', by: { name: '<b>정</b>', role: '' } })));
    // The box that it was pasted into has the same words until then.
    await expect.element(page.getByRole('heading', { name: /Reply to packet/u })).toHaveFocus();
    await expect.element(page.getByText('<img src=x onerror=alert(1)>', { exact: false })).toBeVisible();
    expect(document.querySelector('.reply-page img, .reply-page b + img')).toBeNull();
    expect(document.body.textContent).not.toContain('\u202E');
  });

  it.each(['ko', 'en'] as const)('stays within a narrow page, however long its words and large its numbers are (%s)', async (language) => {
    const sent = await sentPacket();
    await stage(<LibraryApp />, language);
    const long = '가'.repeat(300) + 'x'.repeat(300);
    await chosen(language, file(fullReply(sent, {
      by: { name: long, role: long }, summary: long, ideas: [long], questions: [{ text: long, itemId: null, route: 'ask_customer', due: '2026-12-03' }],
      estimate: { class: 'rough', effort: [{ role: long, low: 999_999.5, likely: 999_999.5, high: 1_000_000 }], durationWeeks: { low: 999_999, high: 1_000_000 }, assumptions: [long] },
    })));
    await expect.element(page.getByRole('table')).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    const wide = [...document.querySelectorAll('.reply-page *')].filter((one) => one.getBoundingClientRect().right > 360).map((one) => `${one.tagName}.${one.className}`);
    expect(wide).toEqual([]);
  });
});

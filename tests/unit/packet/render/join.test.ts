/** A request to join a meeting, as it is read: which meeting, how soon, and whom it asks for by name. */
import { describe, expect, it } from 'vitest';
import { packetLabels, reasonText } from '@/utils/packet/labels/labels';
import { renderHtml } from '@/utils/packet/render/html';
import { renderMarkdown } from '@/utils/packet/render/markdown';
import { sectionsOf } from './html/outline';
import { aMeeting, small, smallInput } from '../small';

type Options = Parameters<typeof small>[1];
const KO = packetLabels('ko');
const role = (name: string, why: string) => ({ role: name, why, itemIds: [] });
const request = (options: Options = {}) => small({ deal: { ...smallInput().deal, customerDue: '2027-03-01' }, meetings: [aMeeting({ nextDate: '2026-11-27' })] }, { purpose: 'join', ...options });
const page = (options: Options = {}): string => renderHtml(request(options), KO, 'x.baton.zip');
const cover = (options: Options = {}): string => page(options).split('</header>')[0] ?? '';
const head = (options: Options = {}): string[] => renderMarkdown(request(options), KO).split('\n').slice(0, 12);

describe('a request to join', () => {
  it('says how soon the meeting is beside its date, and not beside the customer’s', () => {
    expect(head()).toContain('- 고객과 약속한 날짜 · 2027. 3. 1. (월)');
    expect(head()).toContain(`- 다음 미팅 · 2026. 11. 27. (금) · ${KO.lead.class.late}`);
    expect(cover()).toMatch(/<dt>고객과 약속한 날짜<\/dt><dd>2027\. 3\. 1\. \(월\) ?<\/dd>/u);
    expect(cover()).toContain(`<dt>다음 미팅</dt><dd>2026. 11. 27. (금) <span class="tag bad">${KO.lead.class.late}</span></dd>`);
  });

  it('is the only packet that does', () => {
    expect(head({ purpose: 'estimate' })).toContain(`- 고객과 약속한 날짜 · 2027. 3. 1. (월) · ${KO.lead.class.comfortable}`);
    expect([head({ purpose: 'estimate' }).join('\n'), cover({ purpose: 'estimate' })].filter((text) => text.includes('다음 미팅'))).toEqual([]);
  });

  it('names the roles that lack a reason, one without a name as a "?"', () => {
    const options: Options = { request: { questions: null, respondBy: null, lateReason: '', rolesToBring: [role('pm', ' '), role(' ', '왜'), role('보안 담당', '')] } };
    const words = '할 일이 없는 역할: 수행 PM, ?, 보안 담당';
    expect(sectionsOf(page(options))['rules']).toContain(words);
    expect(renderMarkdown(request(options), KO)).toContain(words);
    expect(reasonText(packetLabels('en'), { code: 'role_without_why', params: { roles: 'pm' } })).toBe('Nothing to do yet for: Project manager');
    expect(reasonText(KO, { code: 'of_tomorrow', params: {} })).toBe('of_tomorrow');
  });
});

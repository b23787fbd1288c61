/** What the packet's form asks for, from what stands in it. */
import { describe, expect, it } from 'vitest';
import type { PacketForm } from '@/components/packet/form/packet-form';
import { choicesOf, mustsOf, problemsOf, roleName, roleOf } from '@/components/packet/form/packet-form';
import { buildPacket } from '@/utils/packet/build';
import { LIST, smallInput } from './small';

const FORM: PacketForm = { purpose: 'join', language: 'ko', redaction: 'internal', author: '박서연', respondBy: null, lateReason: '', questions: null, roles: null, reason: '', keepLines: [], left: false };
const NOBODYS = { minimum: 0, secured: 0, owned: 0, unowned: 0 };
const IN_TIME = { class: 'comfortable' } as const;
const asked = (more: Partial<PacketForm>) => choicesOf({ ...FORM, ...more }, NOBODYS, IN_TIME).request;

describe('the reply is wished by', () => {
  it('the day worked out, the day that was picked, or none where the field was emptied', () => {
    expect([null, '2026-12-08', '', '20-12-08'].map((respondBy) => asked({ respondBy })?.respondBy)).toEqual([null, '2026-12-08', '', null]);
  });
});

describe('why it is late', () => {
  it('goes out while it is late, and not from a draft that was typed for an earlier packet', () => {
    const said = (lead: 'late' | 'tight') => choicesOf({ ...FORM, lateReason: ' 고객이 앞당김 ' }, NOBODYS, { class: lead }).request.lateReason;
    expect([said('late'), said('tight')]).toEqual(['고객이 앞당김', '']);
  });
});

describe('a request to join', () => {
  const purposes = (more: Partial<PacketForm>) => (['join', 'estimate'] as const).map((purpose) => choicesOf({ ...FORM, ...more, purpose }, NOBODYS, IN_TIME));

  it('goes to colleagues, whatever copy was picked before', () => {
    expect(purposes({ redaction: 'customer_safe' }).map((choices) => choices.redaction)).toEqual(['internal', 'customer_safe']);
  });

  it('does not leave without roles, or with one that has nothing to do', () => {
    const problems = (roles: PacketForm['roles']) => problemsOf({ ...FORM, roles }, NOBODYS, { latest: null, recommended: null, respondBy: null, class: null }, null);
    const pm = { role: 'pm', why: '범위', itemIds: [] };
    expect([problems([]), problems(null), problems([pm, { ...pm, why: ' ' }]), problems([pm])]).toEqual([['roles'], ['roles'], ['roles'], []]);
  });

  it('alone takes the roles of the form: other packets ask for those whom the gaps need', () => {
    expect(purposes({ roles: [{ role: 'pm', why: '범위', itemIds: [] }] }).map((choices) => choices.request.rolesToBring?.length ?? null)).toEqual([1, null]);
  });
});

describe('a role', () => {
  it('can be typed on behind the name of a known one', () => {
    let shown = '';
    for (const letter of 'Security lead') shown = roleName(roleOf(shown + letter, 'en'), 'en');
    expect(shown).toBe('Security lead');
  });

  it('that is a known one goes out as that, whatever blanks are around it', () => {
    expect(asked({ language: 'en', roles: [{ role: ' Security ', why: 'net', itemIds: [] }, { role: ' Security lead', why: 'net', itemIds: [] }] })?.rolesToBring?.map((one) => one.role)).toEqual(['security', 'Security lead']);
  });
});

describe('what the checklist requires', () => {
  const LEAD = { latest: null, recommended: null, respondBy: null, class: null };
  const must = { set: { 'estimate.due': 'must' as const }, own: [] };
  const shown = (redaction: 'internal' | 'customer_safe' = 'internal') => buildPacket(smallInput({ checklist: { ...LIST, rules: must } }, { redaction }));
  const form = { ...FORM, purpose: 'estimate' as const };

  it('and is not met needs a reason, which goes out; a reason typed for nothing stays behind', () => {
    expect(mustsOf(form, shown()).map(({ id }) => id)).toEqual(['estimate.due']);
    expect([problemsOf(form, NOBODYS, LEAD, shown()), problemsOf({ ...form, reason: '급함' }, NOBODYS, LEAD, shown())]).toEqual([['reason'], []]);
    expect([1, 0].map((musts) => choicesOf({ ...form, reason: ' 급함 ' }, NOBODYS, IN_TIME, musts).sendAnywayReason)).toEqual(['급함', null]);
  });

  it('is told by the preview of this purpose only, and by no copy for others', () => {
    expect([mustsOf({ ...form, purpose: 'handoff' }, shown()), mustsOf(form, shown('customer_safe')), mustsOf(form, null)]).toEqual([[], [], []]);
  });
});

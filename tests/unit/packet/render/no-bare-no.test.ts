/** What leaves never says a bare no, and no promise that delivery does not stand behind goes unmarked: looked for in everything that is written. */
import { describe, expect, it, vi } from 'vitest';
import { buildPacket } from '@/utils/packet/build';
import { exportPacket } from '@/utils/packet/export';
import type { ExportedPacket } from '@/utils/packet/export';
import { packetLabels } from '@/utils/packet/labels/labels';
import type { Language, Packet, Purpose, Redaction } from '@/utils/packet/schema';
import { LANGUAGES, REDACTIONS } from '@/utils/packet/schema';
import { aGap, aMeeting, aNote, aPromise, aWant, DAY, signedDeal, smallInput, T0 } from '../small';

vi.setConfig({ testTimeout: 30_000 });

const OFFERS = ['OFFER-want', 'OFFER-class', 'OFFER-reply', 'OFFER-heard'];
const heard = { by: '한지우', on: '2026-11-25', where: '전화' };

function rows(): Parameters<typeof smallInput>[0] {
  const risk = (ref: string) => ({ kind: 'promise' as const, ref, by: '박서연', why: '', at: T0 + DAY });
  return {
    deal: { ...signedDeal([risk('PROMISE-reply'), risk('PROMISE-bare'), risk('PROMISE-open')]) },
    meetings: [aMeeting({ nextDate: '2026-12-01' })], notes: [aNote('pain', 'p')], gaps: [aGap('g', { route: 'ask_delivery' })],
    wants: [
      aWant('WANT-delivery', { priority: 'must', needBehind: '지연을 알아야 함', feasibility: 'not_as_asked', thenHow: 'OFFER-want' }), aWant('WANT-class', { customClass: 'not_available', thenHow: 'OFFER-class' }),
      aWant('WANT-bare', { feasibility: 'not_as_asked' }), aWant('WANT-bare-class', { customClass: 'not_available', thenHow: ' ' }), aWant('WANT-open'),
    ],
    commitments: [
      aPromise('PROMISE-reply', { confirmation: 'cannot', deliveryNote: 'OFFER-reply' }), aPromise('PROMISE-heard', { confirmation: 'cannot', deliveryNote: 'OFFER-heard', heardVerdict: heard }),
      aPromise('PROMISE-bare', { confirmation: 'cannot', onBehalfOfDelivery: true }), aPromise('PROMISE-open', { onBehalfOfDelivery: true, due: '2026-12-10' }), aPromise('PROMISE-late', { confirmation: 'confirmed', fulfilment: 'broken' }),
    ],
  };
}

/** With a packet before it that knew of no promise: they stand under "changes" too. */
function made(language: Language, redaction: Redaction, purpose: Purpose): ExportedPacket {
  const previous: Packet = buildPacket(smallInput({}, { id: 'before', language, redaction }));
  return exportPacket(smallInput({ ...rows(), previous }, { number: 2, language, redaction, purpose }));
}

/** Pieces that are read as one: a line of text, or an entry of a list or a table of a page. The form only asks. */
function pieces(name: string, text: string): string[] {
  const read = text.replace(/<section id="reply"[^]*?<\/section>/u, '').replace(/<(?:style|script)>[^]*?<\/(?:style|script)>/gu, '');
  return read.includes('<li') ? read.split(/(?=<li|<\/ul>|<\/ol>|<h[1-6]|<tr|<dt)/u) : read.split(name.endsWith('.ics') ? /\\n/u : '\n');
}

function outputs(out: ExportedPacket): [string, string][] {
  const { 'packet.json': _data, 'packet.schema.json': _schema, ...files } = out.files;
  const unfolded = Object.entries(files).map(([name, text]): [string, string] => [name, name.endsWith('.ics') ? text.replace(/\r\n[ \t]/gu, '') : text]);
  return [...unfolded, ['rich text', out.richText], ['markdown on the clipboard', out.markdown], ['invitation', out.invitation]];
}

const plain = (text: string): string => text.replace(/\\(?=[!-/:-@[-`{-~])/gu, '').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
const everything = (language: Language, redaction: Redaction, purpose: Purpose) => outputs(made(language, redaction, purpose)).flatMap(([name, text]) => pieces(name, text).map((piece) => ({ name, piece: plain(piece) })));

describe.each(LANGUAGES)('in %s', (language) => {
  const { commitment: words, want } = packetLabels(language);
  const nos = [words.confirmation.cannot, want.feasibility.not_as_asked, `${want.customClass.not_available} (`, `${want.customClass.not_available}(`];

  describe.each(['join', 'handoff'] as const)('a packet to %s', (purpose) => {
    const all = everything(language, 'internal', purpose);
    const of = (record: string, output: string) => all.filter(({ name, piece }) => name === output && piece.includes(record));

    it('says with every no what is possible instead, or that nobody has said so yet', () => {
      const bare = all.filter(({ piece }) => nos.some((no) => piece.includes(no)) && ![...OFFERS, want.noThenHow].some((offer) => piece.includes(offer)));
      expect(bare).toEqual([]);
    });

    it.each(['packet.html', 'packet.md', 'minutes.md', 'rich text', 'markdown on the clipboard'])('says it in %s of every kind of no', (output) => {
      const kinds = [['PROMISE-reply', 'OFFER-reply'], ['PROMISE-heard', 'OFFER-heard'], ['PROMISE-bare', want.noThenHow], ...(output === 'rich text' ? [] : [['WANT-delivery', 'OFFER-want'], ['WANT-class', 'OFFER-class'], ['WANT-bare~', want.noThenHow], ['WANT-bare-class', want.noThenHow]])];
      for (const [record = '', offer = ''] of kinds) {
        const told = of(record, output).filter(({ piece }) => nos.some((no) => piece.includes(no)));
        expect(told.length, record).toBeGreaterThan(0);
        for (const { piece } of told) expect(piece, record).toContain(offer);
      }
    });

    it('marks a promise in every place where it stands', () => {
      // The page gathers what was promised in delivery's name under that heading; an invitation says it of all that it lists.
      const places = all.filter(({ piece }) => piece.includes('PROMISE-open'));
      expect(new Set(places.map(({ name }) => name))).toEqual(new Set(['packet.html', 'packet.md', 'minutes.md', 'rich text', 'markdown on the clipboard', ...(purpose === 'join' ? ['invitation', 'meeting.ics'] : [])]));
      const invites = ['invitation', 'meeting.ics'];
      const asked = (piece: string): boolean => piece.includes('<p class="lead">');
      expect(places.filter(({ name, piece }) => !piece.includes(words.confirmation.unconfirmed) && !invites.includes(name))).toEqual([]);
      expect(places.filter(({ piece }) => !piece.includes(words.delivery) && !asked(piece))).toEqual([]);
      const [head] = all.filter(({ name, piece }) => name === 'packet.html' && piece.startsWith('<h3 class="accent">'));
      expect(head?.piece).toContain(words.delivery);
    });

    it('says who was heard to say it, and what became of a promise', () => {
      for (const output of ['packet.html', 'packet.md', 'minutes.md', 'rich text']) {
        for (const { piece } of of('PROMISE-heard', output)) expect(piece, output).toContain('한지우');
        for (const { piece } of of('PROMISE-late', output)) expect(piece, output).toContain(words.fulfilment.broken);
      }
    });

    it('has the wants of the meeting in its minutes, with the need behind each', () => {
      const lines = of('WANT-', 'minutes.md').map(({ piece }) => piece);
      expect(lines).toHaveLength(5);
      expect(lines.find((line) => line.includes('WANT-delivery'))).toContain('지연을 알아야 함');
    });
  });

  it.each(REDACTIONS.filter((one) => one !== 'internal'))('a copy (%s) has their words and says nothing of verdicts, offers and names', (redaction) => {
    const all = everything(language, redaction, 'handoff');
    for (const output of ['packet.html', 'packet.md', 'minutes.md', 'rich text']) expect(all.some(({ name, piece }) => name === output && piece.includes('PROMISE-open')), output).toBe(true);
    const ours = [...nos, ...OFFERS, want.noThenHow, words.delivery, words.confirmation.unconfirmed, words.fulfilment.broken, '한지우', '박서연'];
    expect(all.filter(({ piece }) => ours.some((word) => piece.includes(word)))).toEqual([]);
  });
});

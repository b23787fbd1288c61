/** What strangers may be called, say or type: used for every text of a packet. */
import type { PacketInput } from '@/utils/packet/input';
import type { Redaction } from '@/utils/packet/schema';
import { clip, answers, CHECKLIST, commitment, contradiction, gap, meeting, note, packetInput, want } from './fixture';

export const HOSTILE = [
  '<script>window.__ran = 1</script>', '"><img src=x onerror="window.__ran=1">', "' onmouseover='window.__ran=1", '</style><script>window.__ran=1</script>', '</script><script>window.__ran=1</script>',
  '--><script>window.__ran=1</script><!--', '{{constructor.constructor("window.__ran=1")()}}', '${window.__ran=1}', '<svg onload=window.__ran=1>', '</textarea><script>window.__ran=1</script>',
  '</template><iframe srcdoc="<script>parent.__ran=1</script>">', 'javascript:window.__ran=1', '[click](javascript:window.__ran=1)', '![x](https://evil.example/p.png)', 'https://evil.example/beacon', '<https://evil.example>',
  '\u202egnp.exe\u202c', 'zero\u200bwidth\u2060here', '\u0000nul', '=HYPERLINK("https://evil.example","x")', '+1+1', '-1+1', '@SUM(A1)', '＝1+1', '\t=1', '\u200b=1+1', '# heading\n- item\n| a | b |', '`code` **bold** ~~x~~ $math$',
  '&lt;script&gt;', '&#60;script&#62;', '"; DROP TABLE deals; --', '\ud83d\udc69\u200d\ud83d\udcbb 이모지', '한국어 <b>굵게</b>', 'line\r\nbreak', '"cell"",=1+1', '*|MERGE|*',
];

/** A packet's input in which every text is hostile. */
export function hostileInput(redaction: Redaction): PacketInput {
  const at = (i: number): string => HOSTILE[i % HOSTILE.length] ?? '';
  const base = packetInput({ redaction, createdBy: at(1), sendAnywayReason: at(0), request: { questions: [...HOSTILE], respondBy: null, lateReason: at(3), rolesToBring: [{ role: at(4), why: at(5), itemIds: [at(6)] }] } });
  const evil = meeting(1, {
    title: at(0), aim: at(1), minutesEdits: { decisions: HOSTILE.join('\n'), next: at(0) },
    participants: HOSTILE.map((name) => ({ name, side: 'customer', role: name, self: false, joinedAt: 0, leftAt: null })),
    consents: HOSTILE.map((who, i) => ({ id: `c${i}`, who, notes: true, captions: 'stored', audio: true, condition: who, note: who, wording: who, at: 0, untoldFrom: 0 })),
  });
  return {
    ...base, account: { ...base.account, name: at(1) }, 
    deal: { ...base.deal, name: at(4), course: [{ to: 'contracted', on: '2026-12-01', why: at(0), at: 0 }], risksAccepted: HOSTILE.map((word) => ({ kind: 'gap', ref: word, by: word, why: word, at: 0 })), itemsAccepted: HOSTILE.map((word, i) => ({ topic: CHECKLIST.items[i % CHECKLIST.items.length]?.topic ?? '', by: word, why: word, at: 0 })) },
    checklist: { ...CHECKLIST, name: { ko: at(0), en: at(0) }, sections: CHECKLIST.sections.map((s, i) => ({ ...s, ko: at(i), en: at(i) })), items: CHECKLIST.items.map((item, i) => ({ ...item, ask: { ko: at(i), en: at(i) } })) },
    meetings: [evil], answers: answers().map((a, i) => (a.offRecord ? a : { ...a, value: { kind: 'text', text: at(i) }, raw: at(i + 1), remark: at(i + 2), saidBy: at(i + 3), reason: at(i + 4) })),
    contradictions: HOSTILE.map((word) => contradiction('scope.platforms', word, word, { why: word, kept: word })),
    gaps: HOSTILE.map((word, i) => gap(word, { id: word, owner: word, askWhom: word, outcome: word, route: i % 2 === 0 ? 'ask_customer' : 'ask_delivery', due: '2026-12-04' })),
    clips: HOSTILE.map((word) => clip(word, { url: '', byline: word, siteName: word, language: word, html: '', text: word })),
    notes: HOSTILE.flatMap((word) => [note('note', word), note('pain', word), note('decision', word), note('risk', word)]),
    commitments: HOSTILE.map((word) => commitment(word, { id: word, saidBy: word })), wants: HOSTILE.map((word) => want(word, { id: word, needBehind: word })),
  };
}

/** What the form of an item asks, flat, so that each field keeps a draft of its own. The other language is empty while it says nothing of its own. */
import type { Bilingual } from '../checklist';
import type { ItemFields } from './edits';

export interface ItemForm extends Pick<ItemFields, 'section' | 'topic' | 'type' | 'need' | 'by' | 'estimate' | 'bring'> {
  /** Of a new topic (`NEW_TOPIC`). */
  topicKo: string; topicEn: string; topicPlace: string;
  askKo: string; askEn: string; whyKo: string; whyEn: string; goodKo: string; goodEn: string; unitKo: string; unitEn: string;
  /** One per line. */
  optionsKo: string; optionsEn: string;
  /** What is said when the item is talked about, parted by commas; each language has its own. */
  wordsKo: string; wordsEn: string;
  multi: boolean;
}

/** Stands where a topic's id would be, until the new one has its own. */
export const NEW_TOPIC = '+';

/** Where the answer to a topic can stand in a packet. */
export const PACKET_PLACES = ['summary', 'pain_goal', 'environment', 'scope_mvp', 'wants', 'schedule', 'commercial', 'people', 'plan', 'promises', 'raid', 'minutes', 'next'] as const;
export type PacketPlace = (typeof PACKET_PLACES)[number];

/** The words of both languages for a form: the other one shows only what differs, else it would stay behind when these are changed. */
export function wordsIn({ ko, en }: Bilingual, language: 'ko' | 'en'): Bilingual {
  if (ko !== en) return { ko, en };
  return language === 'ko' ? { ko, en: '' } : { ko: '', en };
}

/** An item as the form shows it. */
export function formOf(fields: ItemFields, language: 'ko' | 'en'): ItemForm {
  const { section, topic, type, need, by, estimate, bring, options, multi = false, unit } = fields;
  const [ask, why, good, units] = [fields.ask, fields.why, fields.goodAnswer, unit ?? { ko: '', en: '' }].map((both) => wordsIn(both, language)) as [Bilingual, Bilingual, Bilingual, Bilingual];
  const lines = wordsIn({ ko: (options?.ko ?? []).join('\n'), en: (options?.en ?? []).join('\n') }, language);
  return {
    section, topic, topicKo: '', topicEn: '', topicPlace: '', type, need, by, estimate, bring, multi,
    askKo: ask.ko, askEn: ask.en, whyKo: why.ko, whyEn: why.en, goodKo: good.ko, goodEn: good.en, unitKo: units.ko, unitEn: units.en, optionsKo: lines.ko, optionsEn: lines.en, wordsKo: fields.keywords.ko.join(', '), wordsEn: fields.keywords.en.join(', '),
  };
}

/** What the form says, over what it doesn't ask (`before`). */
export function fieldsOf(form: ItemForm, before: ItemFields): ItemFields {
  const { section, topic, type, need, by, estimate, bring, multi } = form;
  return {
    ...before, section, topic, type, need, by, estimate, bring, ask: { ko: form.askKo, en: form.askEn }, why: { ko: form.whyKo, en: form.whyEn }, goodAnswer: { ko: form.goodKo, en: form.goodEn },
    keywords: { ko: wordsOf(form.wordsKo), en: wordsOf(form.wordsEn) },
    options: { ko: linesOf(form.optionsKo), en: linesOf(form.optionsEn) }, unit: { ko: form.unitKo, en: form.unitEn }, ...(multi || before.multi !== undefined ? { multi } : {}),
  };
}

export type ItemLack = 'ask' | 'topic' | 'topicName' | 'topicPlace' | 'options' | 'pairs';

/** What keeps a form from being saved. `pairs`: both languages have options of their own, and not as many. */
export function lacksOfItem(form: ItemForm): ItemLack[] {
  const lacks: ItemLack[] = [];
  if (blank(form.askKo, form.askEn)) lacks.push('ask');
  if (form.topic === '') lacks.push('topic');
  if (form.topic === NEW_TOPIC && blank(form.topicKo, form.topicEn)) lacks.push('topicName');
  if (form.topic === NEW_TOPIC && form.topicPlace === '') lacks.push('topicPlace');
  if (form.type !== 'choice') return lacks;
  const [ko, en] = [linesOf(form.optionsKo).length, linesOf(form.optionsEn).length];
  if (Math.max(ko, en) < 2) lacks.push('options');
  else if (ko > 0 && en > 0 && ko !== en) lacks.push('pairs');
  return lacks;
}

function blank(...texts: readonly string[]): boolean {
  return texts.every((text) => text.trim() === '');
}

/** Each word once, as it was first written. */
function wordsOf(text: string): string[] {
  const words = text.split(/[,，、;\n]/u).map((word) => word.trim().replace(/\s+/gu, ' ')).filter((word) => word !== '');
  return words.filter((word, i) => words.findIndex((one) => one.toLowerCase() === word.toLowerCase()) === i);
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

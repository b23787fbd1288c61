/** Words of the packet's outputs. Renderers take them as an argument; a packet's language is its own. */
import type { Language, PacketRule } from '../schema';
import { labelsEn } from './labels-en';
import type { PacketLabels } from './labels-ko';
import { labelsKo } from './labels-ko';

export type { PacketLabels };

/** The labels of a language. */
export function packetLabels(language: Language): PacketLabels {
  return language === 'ko' ? labelsKo : labelsEn;
}

/** `{n}` and the like filled in; an unknown one stays readable as it is. */
export function fill(template: string, params: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => String(params[key] ?? whole));
}

/** The label of a code, or the code itself when a newer version knows more codes. */
export function labelOf(words: Readonly<Record<string, string>>, code: string): string {
  // A code may come from a file: `constructor` is no label.
  return Object.hasOwn(words, code) ? words[code] ?? code : code;
}

/** What a rule asks, in words; one of a team's own has its words from what it judges. */
export function ruleText(labels: PacketLabels, { id, own }: Pick<PacketRule, 'id' | 'own'>, language: Language): string {
  if (!own) return labelOf(labels.rule, id);
  return fill(labelOf(labels.ownRule, own.check), { topic: own.topicName?.[language] ?? own.topic ?? '', most: own.most ?? 0 });
}

/** Why a rule is not met, in words: roles by their names, one that has none yet as a "?"; with how much of it was accepted at the signature. */
export function reasonText(labels: PacketLabels, { code, params }: Pick<PacketRule['reason'], 'code' | 'params'>): string {
  const { roles, accepted } = params;
  const named = typeof roles === 'string' ? { ...params, roles: roles.split(', ').map((role) => labelOf(labels.role, role.trim()) || '?').join(', ') } : params;
  const words = fill(labelOf(labels.reason, code), named);
  return accepted === undefined ? words : `${words} ${fill(labels.risk.ofThem, { accepted })}`;
}

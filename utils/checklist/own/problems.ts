/** What keeps a draft from being agreed, as codes that the pages have sentences for. */
import { isBlank } from '../../text/normalize';
import type { Checklist, TopicCatalogue } from '../checklist';
import { REQUIRED_TOPICS } from '../schema';

export type ChecklistProblem =
  | { code: 'no_name' } | { code: 'no_minimum'; topic: string }
  | { code: 'no_question' | 'no_topic' | 'few_options' | 'no_section'; itemId: string } | { code: 'topic_twice'; itemId: string; topic: string } | { code: 'rule_topic'; ruleId: string; topic: string };

/** In the order of the list; empty: it can be agreed. */
export function draftProblems(list: Checklist, topics: TopicCatalogue): ChecklistProblem[] {
  const problems: ChecklistProblem[] = isBlank(list.name.ko) && isBlank(list.name.en) ? [{ code: 'no_name' }] : [];
  const sections = new Set(list.sections.map((one) => one.id));
  const seen = new Set<string>();
  for (const { id: itemId, ask, topic, type, options, section } of list.items) {
    if (isBlank(ask.ko) && isBlank(ask.en)) problems.push({ code: 'no_question', itemId });
    if (!(topic in topics)) problems.push({ code: 'no_topic', itemId });
    else if (seen.has(topic)) problems.push({ code: 'topic_twice', itemId, topic });
    if (type === 'choice' && (options?.ko.length ?? 0) < 2) problems.push({ code: 'few_options', itemId });
    if (!sections.has(section)) problems.push({ code: 'no_section', itemId });
    seen.add(topic);
  }
  for (const topic of REQUIRED_TOPICS) if (!list.items.some((one) => one.topic === topic && one.need === 'minimum')) problems.push({ code: 'no_minimum', topic });
  for (const { id: ruleId, topic } of list.rules?.own ?? []) if (topic !== null && !list.items.some((one) => one.topic === topic)) problems.push({ code: 'rule_topic', ruleId, topic });
  return problems;
}

import type { OwnRule } from '@/utils/checklist/ready-rules';
import { packetLabels, ruleText } from '@/utils/packet/labels/labels';
import { showSafely } from '@/utils/text/normalize';
import type { ListTools } from '../use-lists';

/** What a rule of one's own asks, as the packet will say it. */
export function useRuleText({ topics, language }: Pick<ListTools, 'topics' | 'language'>): (rule: OwnRule) => string {
  return ({ id, check, topic, most, why }) => {
    const topicName = topic === null ? null : topics[topic] ?? null;
    return showSafely(ruleText(packetLabels(language), { id, own: { check, topic, topicName, most, why } }, language));
  };
}

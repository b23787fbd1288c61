import { useTranslations } from 'use-intl';
import type { ContractRisk } from '@/utils/deal/accepted-risk';
import { showSafely, truncateText } from '@/utils/text/normalize';
import type { DealBoard } from '../../hooks/use-deal-record';
import { usePreferences } from '../../hooks/use-preferences';

const LONG = 300;

/** Names of items by their topics, as a list in words. */
export function useItemNames({ topics }: DealBoard): (of: readonly string[]) => string {
  const { language } = usePreferences();
  return (of) => of.map((topic) => topics[topic]?.[language] ?? topic).join(', ');
}

/** What a risk points at, in its own words as they are now; null where that is gone. */
export function useRiskText({ record, topics }: DealBoard): (risk: ContractRisk) => string | null {
  const t = useTranslations('after.risks');
  const { language } = usePreferences();
  const say = (words: string | undefined): string | null => (words === undefined ? null : showSafely(truncateText(words, LONG)));
  return ({ kind, ref }) => {
    if (kind === 'acceptance') return t('acceptance');
    if (kind === 'gap') return say(record.gaps.find((gap) => gap.id === ref)?.question);
    if (kind === 'promise') return say(record.commitments.find((one) => one.id === ref)?.words);
    const differ = record.contradictions.find((one) => one.id === ref);
    return differ ? say(`${topics[differ.topic]?.[language] ?? differ.itemId}: ${differ.a.text} ↔ ${differ.b.text}`) : null;
  };
}

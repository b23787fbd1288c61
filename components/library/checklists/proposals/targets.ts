import { useTranslations } from 'use-intl';
import type { OwnChecklist } from '@/utils/checklist/own/own';
import { isEditable } from '@/utils/checklist/own/own';
import { showSafely } from '@/utils/text/normalize';
import { usePreferences } from '../../../hooks/use-preferences';

/** Where a proposal can go: a checklist of one's own, as its draft or as the version that would be begun. */
export interface Target {
  /** Its newest version that is not retired, or its draft. */
  row: OwnChecklist;
  /** The version that it would be written into. */
  version: number;
  draft: boolean;
}

/** One for each checklist of one's own that is not retired as a whole, the one changed last first. */
export function targetsOf(rows: readonly OwnChecklist[]): Target[] {
  const ids = [...new Set([...rows].sort((a, b) => b.updatedAt - a.updatedAt).map(({ list }) => list.id))];
  return ids.flatMap((id) => {
    const versions = rows.filter(({ list }) => list.id === id).sort((a, b) => b.list.version - a.list.version);
    const draft = versions.find(isEditable);
    const [newest] = versions;
    if (!newest || versions.every(({ list }) => list.status === 'retired')) return [];
    return [draft ? { row: draft, version: draft.list.version, draft: true } : { row: newest, version: newest.list.version + 1, draft: false }];
  });
}

/** How each of the checklists asks for a topic now. */
export function useStandings(targets: readonly Target[], topic: string): string[] {
  const t = useTranslations('checklists');
  const { language } = usePreferences();
  return targets.map(({ row: { list } }) => {
    const item = list.items.find((one) => one.topic === topic);
    const names = { list: showSafely(list.name[language]), version: list.version };
    return item ? t('proposals.asks', { ...names, id: item.id, need: t(`needs.${item.need}`) }) : t('proposals.asksNot', names);
  });
}

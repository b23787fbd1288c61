import { useTranslations } from 'use-intl';
import type { Checklist, ChecklistItem } from '@/utils/checklist/checklist';
import type { ItemDifference, ItemPart } from '@/utils/checklist/own/differences';
import { isUnchanged, listDifferences } from '@/utils/checklist/own/differences';
import type { OwnChecklist } from '@/utils/checklist/own/own';
import { namedElsewhere } from '@/utils/checklist/own/named-elsewhere';
import { labelOf, packetLabels } from '@/utils/packet/labels/labels';
import { showSafely } from '@/utils/text/normalize';
import { RuleChanges } from './ready/RuleChanges';
import type { ListTools } from './use-lists';

/** What a version changed against the one before. */
export function Changes({ tools, before }: { tools: ListTools; before: Checklist }) {
  const t = useTranslations('checklists.changes');
  const { list, language } = tools;
  const found = listDifferences(before, list);
  const [added, changed, removed] = (['added', 'changed', 'removed'] as const).map((kind) => found.items.filter((one) => one.kind === kind)) as [ItemDifference[], ItemDifference[], ItemDifference[]];
  return (
    <details className="fold changes">
      <summary><h2>{t('title', { version: before.version })} ({found.items.length + found.rules.length})</h2></summary>
      <div className="stack tight">
        {isUnchanged(found) ? <p className="soft">{t('none')}</p> : null}
        {(['head', 'sections', 'order'] as const).filter((part) => found[part]).map((part) => <p key={part}>{t(part)}</p>)}
        {[...added, ...changed, ...removed].map((one) => (
          <div key={`${one.kind} ${one.item.id} ${one.item.topic}`}>
            <p><span className="tag">{t(one.kind)}</span> <span className="soft">{one.item.id}</span> {showSafely(one.item.ask[language])}</p>
            {one.kind === 'changed' ? <ul className="soft">{one.parts.map((part) => <Part key={part} tools={tools} part={part} before={one.before} beforeList={before} item={one.item} />)}</ul> : null}
          </div>
        ))}
        <RuleChanges tools={tools} changes={found.rules} />
      </div>
    </details>
  );
}

interface PartProps { tools: ListTools; part: ItemPart; before: ChecklistItem; beforeList: Checklist; item: ChecklistItem }

/** One thing of an item, before and now; what differs in the other language only is shown in that. */
function Part({ tools, part, before, beforeList, item }: PartProps) {
  const t = useTranslations('checklists');
  const say = usePartText(part);
  const { language, list } = tools;
  const other = language === 'ko' ? 'en' : 'ko';
  const same = say(before, beforeList, language) === say(item, list, language);
  const side = same ? other : language;
  const name = t(`item.${part === 'goodAnswer' ? 'good' : part}`);
  return <li className="preline">{t('changes.line', { part: same ? t('otherOf', { field: name }) : name, before: say(before, beforeList, side) || t('changes.blank'), after: say(item, list, side) || t('changes.blank') })}</li>;
}

/** Topics that checklists of others, which came in a file, name or file otherwise: each keeps its own. */
export function NamedElsewhere({ own, rows, language }: { own: OwnChecklist; rows: readonly OwnChecklist[]; language: 'ko' | 'en' }) {
  const t = useTranslations('checklists.elsewhere');
  const found = namedElsewhere(own, rows);
  if (found.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby="topics-elsewhere">
      <h2 id="topics-elsewhere">{t('title')}</h2>
      <ul className="plain-list">
        {found.map(({ topic, name, other, list, version, place }) => (
          <li key={`${topic} ${list[language]} ${String(version)}`}>
            {t('line', { name: showSafely(name[language]), other: showSafely(other[language]), list: showSafely(list[language]), version })} {place ? t('place') : ''}
          </li>
        ))}
      </ul>
      <p className="soft">{t('help')}</p>
    </section>
  );
}

function usePartText(part: ItemPart): (item: ChecklistItem, list: Checklist, side: 'ko' | 'en') => string {
  const t = useTranslations('checklists');
  const tc = useTranslations('common');
  return (item, list, side) => {
    switch (part) {
      case 'need': return t(`needs.${item.need}`);
      case 'by': return tc(`stage.${item.by}`);
      case 'type': return t(`types.${item.type}`);
      case 'estimate': return t(`estimates.${item.estimate}`);
      case 'bring': return showSafely(labelOf(packetLabels(side).role, item.bring));
      case 'section': return showSafely(list.sections.find(({ id }) => id === item.section)?.[side] ?? '');
      case 'options': return showSafely([...(item.options?.[side] ?? []), ...(item.multi ? [t('item.multi')] : [])].join(' / '));
      case 'unit': return showSafely(item.unit?.[side] ?? '');
      case 'ask': case 'why': case 'goodAnswer': return showSafely(item[part][side]);
    }
  };
}

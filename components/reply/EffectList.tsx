import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ReplyEffect } from '@/utils/reply/weigh';
import { canApply } from '@/utils/reply/weigh';
import { hasEnding } from '@/utils/checklist/gap-rules';
import { db } from '@/utils/db/database';
import { loadTopics } from '@/utils/services/checklist/load-checklist';
import { showSafely } from '@/utils/text/normalize';
import { oneLine } from '@/utils/text/pair-lines';
import { useDayText } from '../hooks/use-day-text';
import { usePreferences } from '../hooks/use-preferences';
import { Check } from '../ui/Field';

const GROUPS = ['answers', 'questions', 'assumptions', 'wants', 'commitments'] as const;
const GROUP_OF: Record<ReplyEffect['kind'], (typeof GROUPS)[number]> = { answer: 'answers', item: 'questions', question: 'questions', assumption: 'assumptions', want: 'wants', commitment: 'commitments' };

interface Props { effects: readonly ReplyEffect[]; ticked: (effect: ReplyEffect) => boolean; onTick: (key: string, on: boolean) => void }

/** What a reply would change, to be chosen one by one. */
export function EffectList({ effects, ticked, onTick }: Props) {
  const t = useTranslations('reply');
  const groups = GROUPS.map((name) => ({ name, list: effects.filter((effect) => GROUP_OF[effect.kind] === name) })).filter(({ list }) => list.length > 0);
  if (groups.length === 0) return <p className="soft">{t('what.none')}</p>;
  return (
    <>
      {groups.map(({ name, list }) => (
        <fieldset key={name} className="stack tight effects">
          <legend>{t(`what.${name}`)} ({list.length})</legend>
          <ul className="review-list">
            {list.map((effect) => (
              <li key={effect.key} className="review-item">
                <Check label={<Words effect={effect} />} checked={ticked(effect)} disabled={!canApply(effect)} onChange={(e) => { onTick(effect.key, e.target.checked); }} />
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
      {effects.some((effect) => effect.standing === 'changed') ? <p className="soft">{t('changedHelp')}</p> : null}
    </>
  );
}

/** What delivery says, and of what; how it stands by now. */
function Words({ effect }: { effect: ReplyEffect }) {
  const t = useTranslations('reply');
  const tw = useTranslations('deal.want.classes');
  const standing = effect.standing === 'new' ? null : <> <span className={`tag ${{ done: 'secured', changed: 'owned', gone: '' }[effect.standing]}`}>{effect.kind === 'answer' && effect.reworded ? t('standing.reworded') : t(`standing.${effect.standing}`)}</span></>;
  if (effect.kind === 'item' || effect.kind === 'question') return <AskedWords effect={effect} standing={standing} />;
  if (effect.kind === 'answer') return <AnswerWords effect={effect} standing={standing} />;
  if (effect.kind === 'assumption') return <span className="preline">{showSafely(effect.part.text)}{standing}</span>;
  const about = effect.kind === 'want' ? effect.want?.words : effect.commitment?.words;
  const how = effect.kind === 'want' && effect.part.customClass ? ` · ${tw(effect.part.customClass)}` : '';
  const verdict = effect.kind === 'want' ? `${t(`want.${effect.part.feasibility}`)}${how}` : t(`commitment.${effect.part.verdict}`);
  const { alternative } = effect.part;
  const condition = effect.kind === 'want' ? effect.part.conditions.join(' / ') : effect.part.condition;
  const reason = [condition, alternative].filter((words) => words.trim() !== '').join(' / ');
  return (
    <span className="effect">
      <span className="preline">{about === undefined ? t('lost') : showSafely(about)}{standing}</span>
      <span className="soft preline"><b>{verdict}</b>{reason === '' ? null : <> {showSafely(reason)}</>}</span>
    </span>
  );
}

function AnswerWords({ effect: { part, asked, gap, standing: now }, standing }: { effect: Extract<ReplyEffect, { kind: 'answer' }>; standing: ReactNode }) {
  const t = useTranslations('reply');
  const day = useDayText();
  return (
    <span className="effect">
      <span className="preline">{asked === '' ? t('lost') : showSafely(asked)}{standing}</span>
      <span className="preline">{part.sure === 'not_yet' ? <b>{t('answer.later', { date: day(part.by ?? '') })} </b> : null}{showSafely(part.text)}</span>
      {gap !== null && oneLine(gap.question) !== oneLine(asked) ? <span className="soft preline">{t('answer.gap', { question: showSafely(gap.question) })}</span> : null}
      {gap !== null && hasEnding(gap) && now !== 'done' ? <span className="soft preline">{t('answer.ended', { outcome: showSafely(gap.outcome) })}</span> : null}
    </span>
  );
}

function AskedWords({ effect, standing }: { effect: Extract<ReplyEffect, { kind: 'item' | 'question' }>; standing: ReactNode }) {
  const t = useTranslations('reply');
  const tc = useTranslations('common');
  const day = useDayText();
  const { language } = usePreferences();
  const topics = useLiveQuery(() => loadTopics(db), []);
  const topic = effect.view?.item.topic;
  const asked = effect.kind === 'question' ? effect.part : null;
  const about = topic === undefined ? (effect.part.itemId === null ? '' : t('lost')) : t('item', { item: topics?.[topic]?.[language] ?? topic });
  const facts = [
    about, effect.kind === 'item' && effect.part.verdict === 'not_usable' ? t('notUsable') : '', asked?.route ? tc(`route.${asked.route}`) : '', asked?.due ? t('gap.due', { date: day(asked.due) }) : '',
  ].filter((s) => s !== '');
  return (
    <span className="effect">
      <span className="preline">{showSafely(effect.part.text)}{standing}</span>
      {facts.length > 0 ? <span className="soft">{facts.join(' · ')}</span> : null}
    </span>
  );
}

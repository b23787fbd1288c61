import { useTranslations } from 'use-intl';
import type { AskedAnswer } from '@/utils/reply/asked';
import { showSafely } from '@/utils/text/normalize';
import { useDayText } from '../hooks/use-day-text';

/** What we asked, each with what delivery says to it. */
export function Answers({ title, list }: { title: string; list: readonly AskedAnswer[] }) {
  const t = useTranslations('reply');
  const day = useDayText();
  if (list.length === 0) return null;
  return (
    <div className="stack tight">
      <h3>{title}</h3>
      <ul>
        {list.map(({ asked, part }) => (
          <li key={part.questionId} className="effect">
            <span className="soft preline">{asked === '' ? t('lost') : showSafely(asked)}</span>
            <span className="preline">{part.sure === 'not_yet' ? <b>{t('gap.due', { date: day(part.by ?? '') })} </b> : null}{showSafely(part.text)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

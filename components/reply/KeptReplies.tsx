import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { PacketRow } from '@/utils/db/rows';
import { askedAnswers } from '@/utils/reply/asked';
import type { KeptReply } from '@/utils/reply/schema';
import { answeredOf } from '@/utils/services/reply/read-reply';
import { showSafely } from '@/utils/text/normalize';
import { Answers } from './Answers';
import { ReplyHead, ReplyRest } from './ReplyBody';

/** Replies that came to a packet, the one written last first. */
export function KeptReplies({ packet: row }: { packet: PacketRow }) {
  const { number, purpose, replies = [], json } = row;
  const t = useTranslations('reply');
  const packet = useMemo(() => answeredOf(row).packet, [row]);
  const newestFirst = replies.toSorted((a, b) => Date.parse(b.reply.at) - Date.parse(a.reply.at));
  return (
    <section className="stack narrow" aria-labelledby="kept-replies">
      <h2 id="kept-replies">{t('kept', { number })} ({replies.length})</h2>
      {replies.length === 0 ? <p className="soft">{t('keptNone')}</p> : null}
      <ul className="review-list">
        {newestFirst.map((kept) => (
          <li key={kept.id} className="review-item stack tight">
            <ReplyHead reply={kept.reply} purpose={purpose} />
            {json === '' ? <p className="soft">{t('emptied')}</p> : <><Answers title={t('answers')} list={askedAnswers(kept.reply, packet)} /><Asked kept={kept} /><ReplyRest reply={kept.reply} /></>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What it asked and ruled, as it was written; what became of it stands on the deal. */
function Asked({ kept: { reply, applied } }: { kept: KeptReply }) {
  const t = useTranslations('reply');
  const questions = [...reply.items.filter((item) => item.verdict !== 'ok'), ...reply.questions].map((one) => one.text);
  return (
    <>
      {questions.length > 0 ? <ul>{questions.map((words, i) => <li key={i} className="preline">{showSafely(words)}</li>)}</ul> : null}
      {applied.length > 0 ? <p className="soft">{t('took', { count: applied.length })}</p> : null}
    </>
  );
}

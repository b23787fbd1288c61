import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { AppliedReply } from '@/utils/services/reply/apply-reply';
import type { Route } from '../library/route';
import { hrefOf } from '../library/route';
import { DoneLine } from '../undo/DoneLine';
import { useDone } from '../undo/use-done';
import type { ReadIn } from './BringIn';
import { BringIn } from './BringIn';
import { KeptReplies } from './KeptReplies';
import { WeighedReply } from './WeighedReply';
import './reply.css';

/** Delivery's reply: brought in, seen beside the deal as it is now, taken over. With a packet's id, also what came to it before. */
export function ReplyPage({ route }: { route: Route }) {
  const t = useTranslations('reply');
  const done = useDone();
  const [read, setRead] = useState<ReadIn | null>(null);
  const [dealId, setDealId] = useState('');
  const packet = useLiveQuery(() => db.packets.get(route.id), [route.id]);
  const applied = (made: AppliedReply, packetId: string, broken: number): void => {
    const said = [
      made.applied > 0 ? t('applied', { count: made.applied }) : t('keptOnly'), made.left > 0 ? t('left', { count: made.left }) : '', broken > 0 ? t('goBack', { count: broken }) : '',
    ].filter((s) => s !== '').join(' ');
    done.say({ text: said, meetingId: '', holds: made.written ? packetId : null });
    setDealId(made.dealId);
    setRead(null);
  };
  return (
    <div className="stack reply-page">
      <p><a href={hrefOf('packets')}>{t('back')}</a></p>
      <h1>{t('title')}</h1>
      <DoneLine done={done} sticky />
      {dealId !== '' && read === null ? <p><a href={hrefOf('deal', dealId)}>{t('toDeal')}</a></p> : null}
      {packet && read === null ? <KeptReplies packet={packet} /> : null}
      {read === null ? <BringIn onRead={setRead} /> : <WeighedReply key={read.id} read={read} onApplied={applied} onDismiss={() => { setRead(null); }} />}
    </div>
  );
}

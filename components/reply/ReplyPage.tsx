import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { AppliedReply } from '@/utils/services/reply/apply-reply';
import type { NoPacket } from '@/utils/services/reply/read-reply';
import type { Route } from '../library/route';
import { hrefOf } from '../library/route';
import { DoneLine } from '../undo/DoneLine';
import { useDone } from '../undo/use-done';
import { BringIn, FaultLine } from './BringIn';
import { KeptReplies } from './KeptReplies';
import type { ReadIn } from './use-bring-in';
import { useBringIn } from './use-bring-in';
import { WeighedReply } from './WeighedReply';
import './reply.css';

/** Delivery's reply: brought in, seen beside the deal as it is now, taken over. With a packet's id, also what came to it before. */
export function ReplyPage({ route }: { route: Route }) {
  const t = useTranslations('reply');
  const done = useDone();
  const [read, setRead] = useState<ReadIn | null>(null);
  const [dealId, setDealId] = useState('');
  // Put away, the keyboard goes back to where the next one comes in; what was taken over has its own line for it.
  const [again, setAgain] = useState(false);
  const bringing = useBringIn(setRead);
  const packet = useLiveQuery(() => db.packets.get(route.id), [route.id]);
  const applied = (made: AppliedReply, broken: number): void => {
    const said = [
      made.applied > 0 ? t('applied', { count: made.applied }) : t('keptOnly'), made.left > 0 ? t('left', { count: made.left }) : '', broken > 0 ? t('goBack', { count: broken }) : '',
    ].filter((s) => s !== '').join(' ');
    done.say(made.written ? { text: said, meetingId: '', holds: made.row, at: made.at } : { text: said, holds: null });
    setDealId(made.dealId);
    setAgain(false);
    setRead(null);
  };
  const dismiss = (gone?: NoPacket): void => {
    setAgain(true);
    setRead(null);
    if (gone) bringing.fail(gone);
  };
  return (
    <div className="stack reply-page">
      <p><a href={hrefOf('packets')}>{t('back')}</a></p>
      <h1>{t('title')}</h1>
      <DoneLine done={done} sticky />
      {dealId !== '' && read === null ? <p><a href={hrefOf('deal', dealId)}>{t('toDeal')}</a></p> : null}
      {packet && read === null ? <KeptReplies packet={packet} /> : null}
      {read === null ? <BringIn bringing={bringing} again={again} /> : <><FaultLine fault={bringing.fault} /><WeighedReply key={read.id} read={read} onApplied={applied} onDismiss={dismiss} /></>}
    </div>
  );
}

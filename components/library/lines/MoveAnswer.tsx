import { FolderInput } from 'lucide-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Answer } from '@/utils/checklist/answer';
import { CATALOGUE } from '@/utils/checklist/catalogue';
import type { Checklist } from '@/utils/checklist/checklist';
import { pinKey } from '@/utils/deal/deal';
import { db } from '@/utils/db/database';
import { readDealChoices } from '@/utils/db/read-deal';
import { moveAnswer } from '@/utils/services/answer/move-answer';
import { loadChecklist } from '@/utils/services/checklist/load-checklist';
import { showSafely } from '@/utils/text/normalize';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Field';
import { leaveByEscape } from '../../ui/form-keys';
import type { Done } from '../../undo/use-done';
import { useKeeper } from '../../undo/use-keeper';

/** Opens the form that moves an answer; `closed`: it was open, and the keyboard comes back. */
export function MoveAnswerButton({ item, closed, onOpen }: { item: string; closed: boolean; onOpen: () => void }) {
  const t = useTranslations();
  const label = t('library.lines.moveAnswer', { item });
  return <Button look="icon" autoFocus={closed} aria-label={label} title={t('call.lines.move')} onClick={onOpen}><FolderInput size={15} aria-hidden /></Button>;
}

/** The checklists that ask a topic, ours and the team's own; null until they are read. */
function useAsking(topic: string): ReadonlySet<string> | null {
  const [ours, setOurs] = useState<readonly Checklist[] | null>(null);
  useEffect(() => {
    let alive = true;
    void Promise.all(CATALOGUE.map((pin) => loadChecklist(db, pin))).then((lists) => { if (alive) setOurs(lists); });
    return () => { alive = false; };
  }, []);
  const own = useLiveQuery(() => db.checklists.toArray(), []);
  if (!ours || !own) return null;
  return new Set([...ours, ...own.map(({ list }) => list)].filter(({ items }) => items.some((item) => item.topic === topic)).map(pinKey));
}

/** Files one answer under another deal, of which a checklist asks the same; what it did to this one is taken back. */
export function MoveAnswer({ answer, item, done, onClose }: { answer: Answer; item: string; done: Done; onClose: () => void }) {
  const t = useTranslations();
  const keep = useKeeper(done);
  const [dealId, setDealId] = useState('');
  const asking = useAsking(answer.topic);
  const all = useLiveQuery(() => readDealChoices(db), []);
  if (!asking || !all) return null;
  const choices = all.filter(({ deal }) => deal.id !== answer.dealId && [deal.checklist, ...deal.alsoChecklists].some((pin) => asking.has(pinKey(pin))));
  const send = (): void => {
    if (!choices.some(({ deal }) => deal.id === dealId)) return;
    keep(async (at) => {
      await moveAnswer(db, answer.id, dealId, at);
      return { text: t('library.lines.moved', { words: item }), meetingId: answer.meetingId ?? '', holds: answer.id };
    }, onClose);
  };
  return (
    <form className="stack tight" aria-label={t('library.lines.moveAnswer', { item })} onKeyDown={leaveByEscape(onClose)} onSubmit={(e) => { e.preventDefault(); send(); }}>
      {choices.length === 0 ? <p className="soft">{t('library.lines.moveNowhere')}</p> : (
        <Select label={t('call.lines.moveTo')} autoFocus value={dealId} onChange={(e) => { setDealId(e.target.value); }}>
          <option value="">{t('call.gaps.noRoute')}</option>
          {choices.map(({ deal, account }) => <option key={deal.id} value={deal.id}>{showSafely(`${account.name} · ${deal.name}`)}</option>)}
        </Select>
      )}
      <div className="row end">
        <Button look="quiet" autoFocus={choices.length === 0} onClick={onClose}>{t('common.cancel')}</Button>
        {choices.length === 0 ? null : <Button look="primary" type="submit" disabled={!choices.some(({ deal }) => deal.id === dealId)}>{t('common.save')}</Button>}
      </div>
    </form>
  );
}

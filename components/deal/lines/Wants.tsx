import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { lineDraftKey } from '@/utils/db/drafts/draft-keys';
import type { Note, Priority, Want } from '@/utils/notes/records';
import { PRIORITIES } from '@/utils/notes/records';
import { canSaveWant, isClassed, isNo, lacksWhy, orderWants } from '@/utils/notes/want-rules';
import { editLine } from '@/utils/services/capture/edit-line';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { changedFields } from '../../hooks/changed-fields';
import type { DealBoard } from '../../hooks/use-deal-record';
import { useFormDraft } from '../../hooks/use-form-draft';
import { useSaver } from '../../hooks/use-saver';
import { Button } from '../../ui/Button';
import { ClarityHints } from '../../ui/ClarityHints';
import { Select, TextArea, TextField } from '../../ui/Field';
import { leaveByEscape } from '../../ui/form-keys';
import { Restored } from '../../ui/Restored';
import { useDone } from '../../undo/use-done';
import { AddLine } from './AddLine';
import { DealList, DealRow } from './DealRow';
import type { HowMet } from './HowMet';
import { HowMetFields } from './HowMet';
import { usePains } from './use-pains';

/** Wants by how much they matter, with the need behind each and the pain it serves; a line shows where the first release ends. */
export function Wants({ board }: { board: DealBoard }) {
  const t = useTranslations('deal');
  const tr = useTranslations('review.wants');
  const wants = orderWants(board.record.wants);
  const pains = usePains(board.record.deal.id) ?? [];
  const done = useDone();
  const cut = wants.findIndex((w) => w.priority === 'later');
  return (
    <DealList done={done} id="deal-wants" title={t('wants')} count={wants.length} none={t('wantsNone')} after={<AddLine kind="want" dealId={board.record.deal.id} label={t('wantAdd')} />}>
      {wants.map((want, i) => (
        <DealRow key={want.id} entry={{ type: 'want', row: want }} board={board} done={done} label={t('want.edit', { words: truncateText(want.words, 60) })} editor={(close) => <WantForm want={want} pains={pains} onDone={close} />} above={i === cut ? t('want.cut') : null}>
          <p className="preline">{showSafely(truncateText(want.words, 600))} {want.priority ? <span className="tag">{tr(`priorities.${want.priority}`)}</span> : null}</p>
          <p className="soft">
            {[
              want.customClass ? t(isClassed(want) ? 'want.classed' : 'want.proposed', { how: t(`want.classes.${want.customClass}`), by: showSafely(want.classedBy ?? '') }) : '',
              lacksWhy(want) ? t('want.noWhy') : want.customWhy ? t('want.because', { why: showSafely(want.customWhy) }) : '',
              want.needBehind ? t('want.needs', { need: showSafely(want.needBehind) }) : '', painLine(want, pains, (pain) => t('want.serves', { pain })),
              want.priority === 'later' ? (want.trigger ? t('want.whenIt', { trigger: showSafely(want.trigger) }) : t('want.noTrigger')) : '', t('want.canBe', { what: t(`want.feasibilities.${want.feasibility}`) }),
              (want.conditions ?? []).length > 0 ? t('want.conditions', { conditions: showSafely((want.conditions ?? []).join(' / ')) }) : '',
              want.thenHow ? t('want.instead', { offer: showSafely(want.thenHow) }) : '',
            ].filter((s) => s !== '').join(' · ')}
          </p>
        </DealRow>
      ))}
    </DealList>
  );
}

function painLine(want: Want, pains: readonly Note[], say: (pain: string) => string): string {
  const pain = pains.find((p) => p.id === want.painId);
  return pain ? say(showSafely(truncateText(pain.text, 80))) : '';
}

type WantFields = Pick<Want, 'words' | 'needBehind' | 'painId' | 'priority' | 'trigger' | 'thenHow'> & HowMet;

function wantFields({ words, needBehind, painId, priority, trigger, thenHow, customClass = null, customWhy = '' }: Want): WantFields {
  return { words, needBehind, painId, priority, trigger, thenHow, customClass, customWhy };
}

function WantForm({ want, pains, onDone }: { want: Want; pains: readonly Note[]; onDone: () => void }) {
  const t = useTranslations('deal.want');
  // Asked for in the review too, in the same words.
  const tr = useTranslations('review.wants');
  const tc = useTranslations('common');
  const save = useSaver();
  const [opened] = useState(want);
  const { value: typed, set, clear, restored } = useFormDraft(lineDraftKey('wants', want.id), want.meetingId, wantFields(opened));
  const close = (): void => { clear(); onDone(); };
  const [tried, setTried] = useState(false);
  // Delivery may have said it while the form was open, or left half typed.
  const form = isClassed(want) ? { ...typed, customClass: want.customClass ?? null } : typed;
  const { words, needBehind, painId, priority, trigger, thenHow } = form;
  const fits = canSaveWant({ ...want, ...form });
  const send = (): void => {
    setTried(true);
    if (!fits) return;
    void save((at) => editLine(db, 'wants', want.id, changedFields(wantFields(opened), form), at).then(() => true)).then((done) => { if (done) close(); });
  };
  return (
    <form className="stack" aria-label={t('edit', { words: truncateText(want.words, 60) })} onKeyDown={leaveByEscape(onDone)} onSubmit={(e) => { e.preventDefault(); send(); }}>
      <TextArea label={t('words')} autoFocus value={words} error={tried && words.trim() === '' ? t('needWords') : null} help={needBehind.trim() === '' ? <ClarityHints about="want" text={words} /> : undefined} onChange={(e) => { set({ words: e.target.value }); }} />
      <TextField label={tr('need')} value={needBehind} onChange={(e) => { set({ needBehind: e.target.value }); }} />
      <div className="pair">
        <Select label={t('pain')} value={painId ?? ''} onChange={(e) => { set({ painId: e.target.value || null }); }}>
          <option value="">{t('noPain')}</option>
          {pains.map((p) => <option key={p.id} value={p.id}>{truncateText(p.text, 60)}</option>)}
        </Select>
        <Select label={tr('priority')} value={priority ?? ''} onChange={(e) => { set({ priority: (e.target.value || null) as Priority | null }); }}>
          <option value="">{tr('noPriority')}</option>
          {PRIORITIES.map((p) => <option key={p} value={p}>{tr(`priorities.${p}`)}</option>)}
        </Select>
      </div>
      {priority === 'later' ? <TextField label={t('trigger')} value={trigger} onChange={(e) => { set({ trigger: e.target.value }); }} /> : null}
      <p><b>{t('feasibility')}</b> {t(`feasibilities.${want.feasibility}`)} <span className="soft">{t(want.feasibility !== 'unknown' && words.trim() !== want.words.trim() ? 'asksAnew' : 'feasibilityHelp')}</span></p>
      <HowMetFields want={want} value={form} onChange={set} />
      {isNo({ ...want, ...form }) ? <TextField label={t('thenHow')} value={thenHow} error={tried && thenHow.trim() === '' ? t('needThenHow') : null} onChange={(e) => { set({ thenHow: e.target.value }); }} /> : null}
      <Restored shown={restored} />
      <div className="row end"><Button look="quiet" onClick={close}>{tc('cancel')}</Button><Button type="submit" look="primary">{t('save')}</Button></div>
    </form>
  );
}

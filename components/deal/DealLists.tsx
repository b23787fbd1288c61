import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { Commitment, Note, Priority, Want } from '@/utils/notes/records';
import { PRIORITIES } from '@/utils/notes/records';
import { canSaveWant } from '@/utils/notes/want-rules';
import { editLine } from '@/utils/services/capture/edit-line';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { PromiseEditor } from '../call/PromiseEditor';
import type { DealBoard } from '../hooks/use-deal-record';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { Select, TextArea, TextField } from '../ui/Field';

interface Props { board: DealBoard }

function List({ id, title, count, none, children }: { id: string; title: string; count: number; none: string; children: ReactNode }) {
  return (
    <section className="stack tight" aria-labelledby={id}>
      <h2 id={id}>{title} ({count})</h2>
      {count === 0 ? <p className="soft">{none}</p> : null}
      <ul className="review-list">{children}</ul>
    </section>
  );
}

/** A row that unfolds into its editor; the keyboard comes back to the pencil. */
function Row({ label, editor, children }: { label: string; editor: (done: () => void) => ReactNode; children: ReactNode }) {
  const tc = useTranslations('common');
  const [open, setOpen] = useState<'no' | 'yes' | 'was'>('no');
  if (open === 'yes') return <li className="review-item">{editor(() => { setOpen('was'); })}</li>;
  return (
    <li className="review-item">
      <div className="row nowrap">
        <div className="grow">{children}</div>
        <Button look="icon" className="edit" autoFocus={open === 'was'} aria-label={label} title={tc('edit')} onClick={() => { setOpen('yes'); }}><Pencil size={15} aria-hidden /></Button>
      </div>
    </li>
  );
}

export function Pains({ board }: Props) {
  const t = useTranslations('deal');
  const pains = painsOf(board);
  return (
    <section className="stack tight" aria-labelledby="deal-pains">
      <h2 id="deal-pains">{t('pains')} ({pains.length})</h2>
      {pains.length === 0 ? <p className="soft">{t('painsNone')}</p> : null}
      <ul className="review-list">{pains.map((p) => <li key={p.id} className="review-item preline">{showSafely(truncateText(p.text, 600))}</li>)}</ul>
    </section>
  );
}

function painsOf(board: DealBoard): Note[] {
  return board.record.notes.filter((n) => n.kind === 'pain');
}

/** Wants with the need behind each, the pain it serves and how much it matters. */
export function Wants({ board }: Props) {
  const t = useTranslations('deal');
  const { wants } = board.record;
  const pains = painsOf(board);
  return (
    <List id="deal-wants" title={t('wants')} count={wants.length} none={t('wantsNone')}>
      {wants.map((want) => (
        <Row key={want.id} label={t('want.edit', { words: truncateText(want.words, 60) })} editor={(done) => <WantForm want={want} pains={pains} onDone={done} />}>
          <p className="preline">{showSafely(truncateText(want.words, 600))} {want.priority ? <span className="tag">{t(`want.priorities.${want.priority}`)}</span> : null}</p>
          <p className="soft">
            {[want.needBehind ? t('want.needs', { need: showSafely(want.needBehind) }) : '', painLine(want, pains, (pain) => t('want.serves', { pain })), t(`want.feasibilities.${want.feasibility}`)].filter((s) => s !== '').join(' · ')}
          </p>
        </Row>
      ))}
    </List>
  );
}

function painLine(want: Want, pains: readonly Note[], say: (pain: string) => string): string {
  const pain = pains.find((p) => p.id === want.painId);
  return pain ? say(showSafely(truncateText(pain.text, 80))) : '';
}

type WantFields = Pick<Want, 'words' | 'needBehind' | 'painId' | 'priority' | 'trigger' | 'thenHow'>;

function WantForm({ want, pains, onDone }: { want: Want; pains: readonly Note[]; onDone: () => void }) {
  const t = useTranslations('deal.want');
  const tc = useTranslations('common');
  const save = useSaver();
  const [form, setForm] = useState<WantFields>(want);
  const [tried, setTried] = useState(false);
  const set = (part: Partial<WantFields>): void => { setForm((f) => ({ ...f, ...part })); };
  const { words, needBehind, painId, priority, trigger, thenHow } = form;
  const fits = canSaveWant({ ...want, ...form });
  const send = (): void => {
    setTried(true);
    if (!fits) return;
    void save((at) => editLine(db, 'wants', want.id, { words, needBehind, painId, priority, trigger, thenHow }, at).then(() => true)).then((done) => { if (done) onDone(); });
  };
  return (
    <form className="stack" aria-label={t('edit', { words: truncateText(want.words, 60) })} onSubmit={(e) => { e.preventDefault(); send(); }}>
      <TextArea label={t('words')} autoFocus value={words} onChange={(e) => { set({ words: e.target.value }); }} />
      <TextField label={t('need')} value={needBehind} onChange={(e) => { set({ needBehind: e.target.value }); }} />
      <div className="pair">
        <Select label={t('pain')} value={painId ?? ''} onChange={(e) => { set({ painId: e.target.value || null }); }}>
          <option value="">{t('noPain')}</option>
          {pains.map((p) => <option key={p.id} value={p.id}>{truncateText(p.text, 60)}</option>)}
        </Select>
        <Select label={t('priority')} value={priority ?? ''} onChange={(e) => { set({ priority: (e.target.value || null) as Priority | null }); }}>
          <option value="">{t('noPriority')}</option>
          {PRIORITIES.map((p) => <option key={p} value={p}>{t(`priorities.${p}`)}</option>)}
        </Select>
      </div>
      {priority === 'later' ? <TextField label={t('trigger')} value={trigger} onChange={(e) => { set({ trigger: e.target.value }); }} /> : null}
      <p><b>{t('feasibility')}</b> {t(`feasibilities.${want.feasibility}`)} <span className="soft">{t('feasibilityHelp')}</span></p>
      {want.feasibility === 'not_as_asked' ? <TextField label={t('thenHow')} value={thenHow} error={tried && !fits ? t('needThenHow') : null} onChange={(e) => { set({ thenHow: e.target.value }); }} /> : null}
      <div className="row end"><Button look="quiet" onClick={onDone}>{tc('cancel')}</Button><Button type="submit" look="primary">{t('save')}</Button></div>
    </form>
  );
}

/** Promises with kind, name, date and what delivery said. */
export function Promises({ board }: Props) {
  const t = useTranslations('deal');
  const { commitments } = board.record;
  return (
    <List id="deal-promises" title={t('promises')} count={commitments.length} none={t('promisesNone')}>
      {commitments.map((promise) => (
        <Row key={promise.id} label={t('promiseEdit', { words: truncateText(promise.words, 60) })} editor={(done) => <PromiseEditor promise={promise} onDone={done} />}>
          <p className="preline">{showSafely(truncateText(promise.words, 600))}</p>
          <PromiseFacts promise={promise} />
        </Row>
      ))}
    </List>
  );
}

function PromiseFacts({ promise }: { promise: Commitment }) {
  const t = useTranslations('deal');
  const tc = useTranslations('common');
  return <p className="soft">{[promise.due ?? t('noDue'), promise.onBehalfOfDelivery ? t('onBehalf') : '', tc(`confirmation.${promise.confirmation}`)].filter((s) => s !== '').join(' · ')}</p>;
}

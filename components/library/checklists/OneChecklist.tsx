import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Checklist, TopicCatalogue } from '@/utils/checklist/checklist';
import { checklistFileName, checklistFileText } from '@/utils/checklist/own/file';
import type { OwnChecklist } from '@/utils/checklist/own/own';
import { isEditable } from '@/utils/checklist/own/own';
import { pinKey } from '@/utils/deal/deal';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { usesOf } from '@/utils/db/undo/with-lists';
import { beginNextVersion, deleteChecklist, retireChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { showSafely } from '@/utils/text/normalize';
import { useDayText } from '../../hooks/use-day-text';
import { useOpenDrafts } from '../../hooks/use-form-draft';
import { usePreferences } from '../../hooks/use-preferences';
import { downloadBytes } from '../../packet/deliver';
import { Begun } from '../../ui/Begun';
import { Button } from '../../ui/Button';
import { DoneLine } from '../../undo/DoneLine';
import type { Done } from '../../undo/use-done';
import { useDone } from '../../undo/use-done';
import { hrefOf } from '../route';
import { AgreeSection } from './AgreeSection';
import { Changes, NamedElsewhere } from './Changes';
import { HeadForm, MakeForm, WayToMade } from './NameForms';
import { ReadySection } from './ready/ReadySection';
import { Sections } from './Sections';
import type { ListTools } from './use-lists';
import { useChecklist, useListTools, useOwnLists, useStep, useTopics } from './use-lists';

/** One version of a checklist: read, changed while it is a draft, agreed, handed on. */
export function OneChecklist({ id }: { id: string }) {
  const t = useTranslations('checklists');
  const tc = useTranslations('common');
  const found = useChecklist(id);
  const topics = useTopics();
  const done = useDone();
  useUndoKey(done);
  const loading = found === undefined || topics === undefined;
  return (
    <div className="stack checklists">
      <p><a href={hrefOf('checklists')}>{t('back')}</a></p>
      {loading ? <p className="soft" role="status">{tc('loading')}</p> : found === null ? <p>{t('gone')}</p> : <Loaded id={id} list={found.list} own={found.own} topics={{ ...topics, ...found.own?.topics }} done={done} />}
      <DoneLine done={done} sticky><WayToMade done={done} from={id} /></DoneLine>
    </div>
  );
}

/** Alt+Z, as in the panel: from a long list the line that says what was done is far. */
function useUndoKey({ undo }: Done): void {
  const latest = useRef(undo);
  useEffect(() => { latest.current = undo; });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyZ' || !event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', onKey);
    return () => { removeEventListener('keydown', onKey); };
  }, []);
}

interface LoadedProps { id: string; list: Checklist; own: OwnChecklist | null; topics: TopicCatalogue; done: Done }

function Loaded({ id, list, own, topics, done }: LoadedProps) {
  const tools = useListTools(id, list, own, topics, done);
  const rows = useOwnLists() ?? [];
  const before = rows.find((row) => row.list.id === list.id && row.list.version === list.version - 1);
  return (
    <>
      <Head tools={tools} own={own} />
      {own ? <OwnActs tools={tools} own={own} rows={rows} /> : <ShippedActs tools={tools} />}
      {tools.editable || tools.open === 'agree' ? <AgreeSection tools={tools} /> : null}
      {before ? <Changes tools={tools} before={before.list} /> : null}
      {own ? <NamedElsewhere own={own} rows={rows} language={tools.language} /> : null}
      <ReadySection tools={tools} />
      <Sections tools={tools} />
    </>
  );
}

function Head({ tools, own }: { tools: ListTools; own: OwnChecklist | null }) {
  const t = useTranslations('checklists');
  const day = useDayText();
  const { list, language, open } = tools;
  const { agreement, status, version } = list;
  return (
    <>
      <div className="stack tight">
        <h1>{showSafely(list.name[language])} <span className="unbroken soft">{showSafely(list.code)} · {t('version', { version })}</span></h1>
        <p>{agreement ? <span className="tag secured agreed-tag">{t('agreedText', { sales: showSafely(agreement.sales.name), delivery: showSafely(agreement.delivery.name), date: day(agreement.delivery.at) })}</span> : <span className="tag owned">{t('draftText')}</span>}</p>
        {status === 'retired' ? <p className="soft">{t('retiredText')}</p> : null}
        <p className="soft preline">{showSafely(list.purpose[language])}</p>
        {own !== null && own.note !== '' ? <p className="preline"><b>{t('note')}</b> {showSafely(own.note)}</p> : null}
        {own === null ? <p className="soft">{t('shippedText')}</p> : agreement === null ? null : <p className="soft">{t('readOnly')} {t('fallback')}</p>}
      </div>
      {open === 'head' ? <HeadForm tools={tools} /> : null}
    </>
  );
}

/** What can be done with a version of one's own. */
function OwnActs({ tools, own, rows }: { tools: ListTools; own: OwnChecklist; rows: readonly OwnChecklist[] }) {
  const t = useTranslations('checklists.act');
  const keep = useStep(tools.done);
  const staying = useStep(tools.done, true);
  const { list, language } = tools;
  const uses = useLiveQuery(() => usesOf(db), [])?.get(own.id);
  const [saved, setSaved] = useState('');
  const versions = rows.filter((row) => row.list.id === list.id);
  const draft = versions.find(isEditable);
  const retired = list.status === 'retired';
  const next = (): void => {
    const version = Math.max(...versions.map((row) => row.list.version)) + 1;
    keep(t('nextSaid', { version }), (at) => beginNextVersion(db, list.id, at));
  };
  const save = (): void => {
    const name = checklistFileName(own, language);
    downloadBytes(checklistFileText(own), name, 'application/json');
    setSaved(t('saved', { file: name }));
  };
  const retire = (): void => { staying(t(retired ? 'backSaid' : 'retireSaid'), (at) => retireChecklist(db, own.id, retired, at).then(() => own.id)); };
  const remove = (): void => { keep(t('deleteSaid', { name: showSafely(list.name[language]), version: list.version }), (at) => deleteChecklist(db, own.id, at).then(() => own.id)); };
  return (
    <div className="stack tight">
      <div className="row">
        {tools.editable ? null : draft ? <a className="button" href={hrefOf('checklists', draft.id)}>{t('toDraft', { version: draft.list.version })}</a> : <Button onClick={next}>{t('next')}</Button>}
        {tools.editable && tools.open !== 'head' ? <Button autoFocus={tools.was === 'head'} onClick={() => { tools.show('head'); }}>{t('head')}</Button> : null}
        {tools.drafts.has(draftKey('form:checklist', own.id, 'head')) ? <Begun /> : null}
        <Button onClick={save}>{t('save')}</Button>
        {tools.editable ? null : <Button look="quiet" onClick={retire}>{t(retired ? 'back' : 'retire')}</Button>}
        {uses === undefined ? <Button look="quiet" onClick={remove}>{t('delete')}</Button> : null}
      </div>
      <p className="soft"><UseCount count={uses ?? 0} /> <span role="status">{saved}</span></p>
    </div>
  );
}

function UseCount({ count }: { count: number }) {
  const t = useTranslations('checklists');
  return <>{t('useCount', { count })}</>;
}

/** One that Baton ships is only read, or made one's own. */
function ShippedActs({ tools }: { tools: ListTools }) {
  const t = useTranslations('checklists');
  const { list, open, was, show, close, done } = tools;
  const { language } = usePreferences();
  const drafts = useOpenDrafts();
  if (open === 'make') return <MakeForm from={list} done={done} onClose={close} />;
  return (
    <div className="row">
      <Button autoFocus={was === 'make'} aria-label={t('makeOf', { name: list.name[language] })} onClick={() => { show('make'); }}>{t('make')}</Button>
      {drafts.has(draftKey('form:checklist', 'new', pinKey(list))) ? <Begun /> : null}
    </div>
  );
}

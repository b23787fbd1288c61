import { Trash2 } from 'lucide-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { clipAddress } from '@/utils/evidence/page-snapshot';
import { sanitiseToNodes } from '@/utils/services/evidence/sanitise-html';
import { showSafely } from '@/utils/text/normalize';
import { usePreferences } from '../hooks/use-preferences';
import { useMomentText } from '../hooks/use-day-text';
import { DeletedLine } from '../library/ListFrame';
import type { Route } from '../library/route';
import { hrefOf } from '../library/route';
import { useDeleter } from '../library/use-deleter';
import { Button } from '../ui/Button';
import { PinClip } from './PinClip';
import { usePassage } from './use-passage';
import './evidence.css';

/** One clip, to be read: what was kept, from where and when. */
export function ClipPage({ route }: { route: Route }) {
  const t = useTranslations('evidence');
  const tc = useTranslations('common');
  const tl = useTranslations('library');
  const { language } = usePreferences();
  const moment = useMomentText();
  const deleter = useDeleter();
  const clip = useLiveQuery(async () => (await db.clips.get(route.id)) ?? null, [route.id]);
  const body = useRef<HTMLElement>(null);
  usePassage(body, route.params.find ?? '', `${clip?.html ?? ''}${clip?.text ?? ''}`);
  if (clip === undefined) return <p className="soft" role="status">{tc('loading')}</p>;
  const back = <p><a href={hrefOf('evidence')}>{t('toList')}</a></p>;
  if (clip === null) return <div className="stack">{back}<DeletedLine deleter={deleter} />{deleter.said ? null : <p>{tl('gone')} <a href={hrefOf('bin')}>{tl('toBin')}</a></p>}</div>;
  const title = showSafely(clip.title || clip.url);
  const address = clipAddress(clip.url);
  return (
    <div className="stack">
      {back}
      <div className="row title-row">
        <h1 className="grow" dir="auto">{title}</h1>
        <Button look="quiet" aria-label={tl('deleteOf', { title })} onClick={() => { void deleter.remove('clip', clip.id, clip.title || clip.url); }}><Trash2 size={15} aria-hidden /> {tc('delete')}</Button>
      </div>
      <DeletedLine deleter={deleter} />
      {address ? <p className="evidence-address"><a href={address} target="_blank" rel="noreferrer">{showSafely(address)} <span className="soft unbroken">{t('newTab')}</span></a></p> : null}
      <p className="soft">
        <span className="tag">{t(`kind.${clip.kind}`)}</span> {t('keptAt')} {moment(clip.at)}
        {clip.language ? ` · ${languageName(clip.language, language)}` : ''}{clip.byline ? ` · ${showSafely(clip.byline)}` : ''}
      </p>
      <PinClip clip={clip} />
      {clip.limit ? <p>{t(`limit.${clip.limit}`, { kept: t(clip.text === '' ? 'limit.address' : 'limit.selection') })}</p> : null}
      {clip.html || clip.text ? (
        <section ref={body} className="evidence-body" aria-label={t('content')} dir={clip.direction} lang={clip.language || undefined}>
          {clip.html ? <ClipHtml html={clip.html} base={clip.url} /> : <p className="evidence-text">{showSafely(clip.text)}</p>}
        </section>
      ) : null}
    </div>
  );
}

/** What the page says it is written in, in words; as it is where that is no language. */
function languageName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? showSafely(code);
  } catch {
    return showSafely(code);
  }
}

/** A stored row may come from a backup that somebody else wrote: made harmless again before it is shown. */
function ClipHtml({ html, base }: { html: string; base: string }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => { place.current?.replaceChildren(...sanitiseToNodes(html, base).childNodes); }, [html, base]);
  return <div ref={place} />;
}

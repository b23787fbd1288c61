import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { hrefOf } from '../library/route';
import { Button } from '../ui/Button';
import { TextArea } from '../ui/Field';
import type { Bringing, Fault } from './use-bring-in';

/** A reply comes in: dropped anywhere on the page, chosen, or pasted. `again`: another one was looked at, and the keyboard was there. */
export function BringIn({ bringing: { fault, over, read, readFiles }, again }: { bringing: Bringing; again: boolean }) {
  const t = useTranslations('reply');
  const [pasted, setPasted] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { if (again) heading.current?.focus(); }, [again]);
  return (
    <section className={`stack narrow bring-in ${over ? 'over' : ''}`} aria-labelledby="bring-in">
      <h2 id="bring-in" ref={heading} tabIndex={-1}>{t('bringIn')}</h2>
      <p className="soft">{t('lead')}</p>
      <label className="button file-pick">
        {t('choose')}
        <input type="file" accept=".json,application/json,text/plain" onChange={(e) => { void readFiles([...(e.target.files ?? [])]); e.target.value = ''; }} />
      </label>
      <FaultLine fault={fault} />
      <form className="stack" onSubmit={(e) => { e.preventDefault(); void read(pasted); }}>
        <TextArea label={t('paste')} help={t('pasteHelp')} rows={4} value={pasted} spellCheck={false} onChange={(e) => { setPasted(e.target.value); }} />
        <div><Button type="submit" disabled={pasted.trim() === ''}>{t('read')}</Button></div>
      </form>
    </section>
  );
}

/** Why what came in is not taken. */
export function FaultLine({ fault }: { fault: Fault | null }) {
  const t = useTranslations('reply');
  const tl = useTranslations('library');
  const said = fault === null ? '' : 'reason' in fault ? fault.reason : t(`problem.${fault.problem}`, { field: showSafely(truncateText(fault.field, 80)) });
  return <p className="field-error" role="alert">{said} {fault !== null && 'problem' in fault && fault.problem === 'bin' ? <a href={hrefOf('bin')}>{tl('toBin')}</a> : null}</p>;
}

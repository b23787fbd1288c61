import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { describeBuild } from '@/utils/panel/shortcuts';
import { hrefOf } from '../library/route';
import { Button } from '../ui/Button';
import { Shortcuts } from './Shortcuts';
import './help.css';

const WORDS = ['account', 'deal', 'item', 'gap', 'promise', 'want', 'pain', 'evidence', 'packet', 'reply', 'readiness'] as const;
const KEPT = ['deals', 'settings', 'files', 'practice'] as const;

/** Everything that one looks up: first steps, keys, words, where things are, backup, how to report. */
export function HelpPage() {
  const t = useTranslations('help');
  return (
    <div className="help">
      <h1>{t('page.title')}</h1>
      <section className="stack" aria-labelledby="help-start">
        <h2 id="help-start">{t('page.start')}</h2>
        <p>{t('page.startText')}</p>
        <div className="row">
          <a className="button primary" href={hrefOf('practice')}>{t('page.practice')}</a>
          <a className="button" href={hrefOf('welcome')}>{t('page.welcome')}</a>
        </div>
      </section>
      <Shortcuts />
      <section className="stack" aria-labelledby="help-words">
        <h2 id="help-words">{t('words.title')}</h2>
        <dl className="help-words card">
          {WORDS.map((word) => <div key={word}><dt>{t(`words.${word}.word`)}</dt><dd>{t(`words.${word}.means`)}</dd></div>)}
        </dl>
      </section>
      <Kept />
      <section className="stack" aria-labelledby="help-backup">
        <h2 id="help-backup">{t('backup.title')}</h2>
        <p>{t('backup.text')}</p>
        <p><a href={hrefOf('settings')}>{t('backup.link')}</a></p>
      </section>
      <Report />
    </div>
  );
}

function Kept() {
  const t = useTranslations('help.kept');
  return (
    <section className="stack" aria-labelledby="help-kept">
      <h2 id="help-kept">{t('title')}</h2>
      <table className="help-table">
        <thead><tr><th scope="col">{t('what')}</th><th scope="col">{t('where')}</th><th scope="col">{t('gone')}</th></tr></thead>
        <tbody>
          {KEPT.map((row) => (
            <tr key={row}><th scope="row">{t(row)}</th><td data-label={t('where')}>{t(`${row}Where`)}</td><td data-label={t('gone')}>{t(`${row}Gone`)}</td></tr>
          ))}
        </tbody>
      </table>
      <p className="soft">{t('warning')}</p>
    </section>
  );
}

function Report() {
  const t = useTranslations('help.report');
  const [said, setSaid] = useState('');
  const build = describeBuild();
  const copy = (): void => {
    navigator.clipboard.writeText(build).then(() => { setSaid(t('copied')); }, () => { setSaid(t('notCopied')); });
  };
  return (
    <section className="stack" aria-labelledby="help-report">
      <h2 id="help-report">{t('title')}</h2>
      <p>{t('text')}</p>
      <div className="row">
        <code className="help-build grow">{build}</code>
        <Button onClick={copy}>{t('copy')}</Button>
      </div>
      <p className="soft" role="status">{said}</p>
    </section>
  );
}

import { EyeOff, HardDrive, MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { changePreferences } from '@/utils/settings/preferences';
import { hrefOf } from '../library/route';
import type { Route } from '../library/route';
import { usePreferences } from '../hooks/use-preferences';
import { useRefusal } from '../hooks/use-saver';
import { ChipChoice, TextField } from '../ui/Field';
import './help.css';

const STEPS = ['reads', 'you', 'practice'] as const;
type Step = (typeof STEPS)[number];

/** Three short screens, each with an address of its own: back goes back. */
export function WelcomePage({ route }: { route: Route }) {
  const t = useTranslations('help.welcome');
  const tc = useTranslations('common');
  const step: Step = STEPS.find((name) => name === route.id) ?? 'reads';
  const at = STEPS.indexOf(step);
  const next = STEPS[at + 1];
  const before = STEPS[at - 1];
  return (
    <div className="welcome stack">
      <p className="soft">{t('step', { number: at + 1 })}</p>
      <h1>{t(`${step}.title`)}</h1>
      <p>{t(`${step}.lead`)}</p>
      {step === 'reads' ? <Reads /> : null}
      {step === 'you' ? <You /> : null}
      {step === 'practice' ? <Practice /> : null}
      <nav className="row welcome-ways" aria-label={t('step', { number: at + 1 })}>
        {before ? <a className="button" href={hrefOf('welcome', before)}>{tc('back')}</a> : null}
        {next ? <a className="button primary" href={hrefOf('welcome', next)}>{t('next')}</a> : <a className="button primary" href={hrefOf('practice')}>{t('practice.start')}</a>}
        <a className="button quiet" href={hrefOf('deals')}>{t('skip')}</a>
      </nav>
    </div>
  );
}

function Point({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return <section className="card welcome-point"><h2>{icon}{title}</h2>{children}</section>;
}

function Reads() {
  const t = useTranslations('help.welcome.reads');
  return (
    <div className="stack">
      <Point icon={<MonitorSmartphone size={17} aria-hidden />} title={t('sees')}>
        <ul className="dots">{(['when', 'title', 'people'] as const).map((one) => <li key={one}>{t(`seesList.${one}`)}</li>)}</ul>
        <p className="welcome-never"><EyeOff size={16} aria-hidden />{t('never')}</p>
      </Point>
      <Point icon={<HardDrive size={17} aria-hidden />} title={t('stays')}><p>{t('staysText')}</p></Point>
      <p className="soft">{t('works')}</p>
    </div>
  );
}

function You() {
  const t = useTranslations('start');
  const chosen = usePreferences();
  const refuse = useRefusal();
  const [name, setName] = useState(chosen.name);
  return (
    <div className="card">
      <ChipChoice label={t('language')} name="language" value={chosen.language} onChange={(language) => { void changePreferences({ language }).catch(refuse); }} options={[{ value: 'ko', label: '한국어' }, { value: 'en', label: 'English' }]} />
      <ChipChoice label={t('theme')} name="theme" value={chosen.theme} onChange={(theme) => { void changePreferences({ theme }).catch(refuse); }} options={(['system', 'light', 'dark'] as const).map((v) => ({ value: v, label: t(`themes.${v}`) }))} />
      <TextField label={t('name')} help={t('nameHelp')} value={name} onChange={(e) => { setName(e.target.value); void changePreferences({ name: e.target.value.normalize('NFC') }).catch(refuse); }} />
    </div>
  );
}

function Practice() {
  const t = useTranslations('help.welcome.practice');
  return <div className="card"><p>{t('apart')}</p><p className="soft">{t('later')}</p></div>;
}

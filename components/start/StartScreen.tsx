import { useTranslations } from 'use-intl';
import { useLiveQuery } from 'dexie-react-hooks';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { DealChoice } from '@/utils/db/read-deal';
import { readDealChoices } from '@/utils/db/read-deal';
import { UNFILED } from '@/utils/deal/deal';
import type { Meeting } from '@/utils/meeting/meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { timeText } from '@/utils/time/plain-date';
import { usePanelStore } from '../app/panel-store';
import type { PanelMeeting } from '../hooks/use-panel-meeting';
import { useDraft } from '../hooks/use-draft';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import './start.css';

/** What a meeting that is begun by hand will be called. */
const TITLE = draftKey('start', 'title');

/** No call here: start one by hand, go on with an unfinished one, or prepare a deal. */
export function StartScreen({ current }: { current: PanelMeeting }) {
  const t = useTranslations('start');
  const choices = useLiveQuery(() => readDealChoices(db), []);
  return (
    <main className="screen">
      <section className="stack" aria-labelledby="start-title">
        <h1 id="start-title">{t('title')}</h1>
        <p className="soft">{t('lead')}</p>
        <ManualStart />
      </section>
      {current.open.length > 0 ? <Unfinished meetings={current.open} choices={choices ?? []} /> : null}
      <DealList choices={choices} />
    </main>
  );
}

function ManualStart() {
  const t = useTranslations('start');
  const { text: title, setText, update } = useDraft(TITLE, '');
  const save = useSaver();
  const pick = usePanelStore((s) => s.pickMeeting);
  const start = (): void => {
    void save((at) => startManualMeeting(db, UNFILED, title.trim(), at)).then((m) => { if (m) { update((now) => (now === title ? '' : now)); pick(m.id); } });
  };
  return (
    <form className="row" onSubmit={(e) => { e.preventDefault(); start(); }}>
      <div className="grow"><TextField label={t('manualTitle')} hideLabel placeholder={t('manualTitle')} value={title} onChange={(e) => { setText(e.target.value); }} /></div>
      <Button look="primary" type="submit">{t('startManual')}</Button>
    </form>
  );
}

function Unfinished({ meetings, choices }: { meetings: Meeting[]; choices: DealChoice[] }) {
  const t = useTranslations('start');
  const pick = usePanelStore((s) => s.pickMeeting);
  return (
    <section className="stack" aria-labelledby="unfinished">
      <h2 id="unfinished">{t('unfinished')}</h2>
      <p className="soft">{t('unfinishedLead')}</p>
      <ul className="list">
        {meetings.map((m) => {
          const choice = choices.find((c) => c.deal.id === m.dealId);
          const name = m.title || (choice ? choice.deal.name : t('untitled'));
          return (
            <li key={m.id} className="list-row">
              <span className="grow">{name}<br /><span className="soft">{t('liveSince', { time: timeText(m.startedAt, m.utcOffset).slice(0, 5) })}</span></span>
              <Button onClick={() => { pick(m.id); }} aria-label={`${t(m.state === 'live' ? 'goOn' : 'review')}: ${name}`}>{t(m.state === 'live' ? 'goOn' : 'review')}</Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function DealList({ choices }: { choices: DealChoice[] | undefined }) {
  const t = useTranslations('start');
  const go = usePanelStore((s) => s.go);
  return (
    <section className="stack" aria-labelledby="deals">
      <h2 id="deals">{t('deals')}</h2>
      {choices?.length === 0 ? <p className="soft">{t('noDeals')}</p> : null}
      <ul className="list">
        {choices?.slice(0, 5).map(({ deal, account }) => (
          <li key={deal.id} className="list-row"><span className="grow"><span className="soft">{account.name}</span><br />{deal.name}</span></li>
        ))}
      </ul>
      <Button onClick={() => { go('deals'); }}>{t(choices?.length === 0 ? 'newDeal' : 'switchDeal')}</Button>
    </section>
  );
}

import { Pencil } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useState } from 'react';
import { pinKey } from '@/utils/deal/deal';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { editDeal } from '@/utils/services/deal/create-deal';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { leadTime } from '@/utils/time/lead-time';
import { leadPolicyOf } from '@/utils/time/work-calendar';
import { dateAt } from '@/utils/time/plain-date';
import { usePanelStore } from '../app/panel-store';
import { ChecklistView } from '../checklist/ChecklistView';
import { changedFields } from '../hooks/changed-fields';
import { useDayText } from '../hooks/use-day-text';
import type { DealBoard } from '../hooks/use-deal-record';
import { useDealBoard } from '../hooks/use-deal-record';
import { useNow } from '../hooks/use-now';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { utcOffsetAt } from '@/utils/settings/clock';
import { Button } from '../ui/Button';
import { enterScreen } from '../ui/form-keys';
import { DealForm } from './DealForm';
import { DealNames } from './DealNames';
import { DealPicker } from './DealPicker';

/** Account and deal: pick, create, switch, change; without a call also fill in what is known already. */
export function DealsScreen({ meeting, board }: { meeting: Meeting | null; board: DealBoard | null }) {
  const t = useTranslations('start');
  const save = useSaver();
  const go = usePanelStore((s) => s.go);
  const [openDeal, setOpenDeal] = useState<string | null>(null);
  const pick = (dealId: string): void => {
    if (!meeting) { setOpenDeal(dealId); return; }
    void save((at) => fileMeeting(db, meeting.id, dealId, at)).then(() => { go(meeting.state === 'live' ? 'call' : 'review'); });
  };
  if (openDeal) return <PreparedDeal dealId={openDeal} onBack={() => { setOpenDeal(null); }} />;
  return (
    <main className="screen">
      <h1 ref={enterScreen}>{meeting?.dealId ? t('switchDeal') : t('pick')}</h1>
      {board ? <CurrentDeal board={board} meetingId={meeting?.id ?? ''} /> : null}
      <section className="stack" aria-label={meeting ? t('moveMeeting') : t('deals')}>
        {meeting?.dealId ? <><h2>{t('moveMeeting')}</h2><p className="soft">{t('moveHelp')}</p></> : null}
        {meeting && !meeting.dealId ? <p className="soft">{t('pickLead')}</p> : null}
        <DealPicker onPick={pick} currentId={meeting?.dealId ?? ''} />
      </section>
    </main>
  );
}

function CurrentDeal({ board, meetingId }: { board: DealBoard; meetingId: string }) {
  const t = useTranslations('start');
  const tc = useTranslations('common');
  const day = useDayText();
  const save = useSaver();
  const { now } = useNow();
  const chosen = usePreferences();
  const [form, setForm] = useState<'no' | 'open' | 'was'>('no');
  const { deal } = board.record;
  const lead = leadTime(deal.customerDue, dateAt(now, utcOffsetAt(now)), leadPolicyOf(chosen));
  return (
    <section className="stack" aria-labelledby="deal-settings">
      <div className="row nowrap">
        <h2 id="deal-settings" className="grow">{board.record.account.name} · {deal.name}</h2>
        {form === 'open' ? null : <Button look="icon" autoFocus={form === 'was'} aria-label={t('namesOf', { deal: deal.name })} title={t('names')} onClick={() => { setForm('open'); }}><Pencil size={15} aria-hidden /></Button>}
      </div>
      {form === 'open' ? <DealNames deal={deal} meetingId={meetingId} onClose={() => { setForm('was'); }} /> : null}
      {lead.latest && lead.recommended ? <p className="soft">{t('leadTime', { latest: day(lead.latest), recommended: day(lead.recommended) })}</p> : null}
      <DealForm
        key={`${deal.stage} ${deal.customerDue ?? ''} ${[deal.checklist, ...deal.alsoChecklists].map(pinKey).join(' ')}`}
        dealId={deal.id}
        fixedNames
        accounts={[]}
        submit={tc('save')}
        initial={{ accountName: board.record.account.name, dealName: deal.name, stage: deal.stage, checklist: pinKey(deal.checklist), also: deal.alsoChecklists[0] ? pinKey(deal.alsoChecklists[0]) : '', customerDue: deal.customerDue ?? '' }}
        onSave={(input) => save((at) => editDeal(db, deal.id, changedFields(deal, { stage: input.stage, checklist: input.checklist, alsoChecklists: input.alsoChecklists, customerDue: input.customerDue }), meetingId, at).then(() => true))}
      />
    </section>
  );
}

/** A deal before its call: what is known already can be filled in, and a meeting can be started on it. */
function PreparedDeal({ dealId, onBack }: { dealId: string; onBack: () => void }) {
  const t = useTranslations('start');
  const tc = useTranslations('common');
  const board = useDealBoard(dealId);
  const save = useSaver();
  const pick = usePanelStore((s) => s.pickMeeting);
  if (!board) return <p className="panel-loading soft" role="status">{tc('loading')}</p>;
  const start = (): void => { void save((at) => startManualMeeting(db, dealId, '', at)).then((m) => { if (m) pick(m.id); }); };
  return (
    <main className="screen">
      <div className="row">
        <Button look="quiet" onClick={onBack}>{t('deals')}</Button>
        <span className="grow" />
        <Button look="primary" onClick={start}>{t('startManual')}</Button>
      </div>
      <CurrentDeal board={board} meetingId="" />
      <p className="soft">{tc(`stage.${board.record.deal.stage}`)}</p>
      <ChecklistView board={board} meeting={null} />
    </main>
  );
}

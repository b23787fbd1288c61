import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readDealChoices } from '@/utils/db/read-deal';
import { readOpenMeetings } from '@/utils/db/read-meeting';
import { UNFILED } from '@/utils/deal/deal';
import type { Meeting } from '@/utils/meeting/meeting';
import { openPanelWindow } from '@/utils/panel/side-panel';
import { captureLine } from '@/utils/services/capture/capture-line';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { TextArea } from '../ui/Field';
import { usePanelStore } from './panel-store';
import './app.css';

/** Away from a call page: a line to the running meeting, or Baton in a window of its own. */
export function PopupApp() {
  const t = useTranslations();
  const save = useSaver();
  const open = useLiveQuery(() => readOpenMeetings(db), []);
  const meeting = open?.find((m) => m.state === 'live') ?? open?.[0] ?? null;
  const start = (): void => {
    void save((at) => startManualMeeting(db, UNFILED, '', at)).then((m) => (m ? openPanelWindow(null) : undefined)).then(() => { window.close(); });
  };
  if (!open) return null;
  return (
    <main className="popup stack">
      {meeting ? <QuickLine meeting={meeting} /> : <p className="soft">{t('start.title')}</p>}
      <div className="stack">
        <Button wide look={meeting ? 'plain' : 'primary'} onClick={() => { void openPanelWindow(null).then(() => { window.close(); }); }}>{t('start.openWindow')}</Button>
        {meeting ? null : <Button wide onClick={start}>{t('start.startManual')}</Button>}
      </div>
    </main>
  );
}

function QuickLine({ meeting }: { meeting: Meeting }) {
  const t = useTranslations();
  const { name } = usePreferences();
  const save = useSaver();
  const [text, setText] = useState('');
  const saved = usePanelStore((s) => s.savedAt);
  const failure = usePanelStore((s) => s.failure);
  const choices = useLiveQuery(() => readDealChoices(db), []) ?? [];
  const deal = choices.find((c) => c.deal.id === meeting.dealId);
  const send = (): void => {
    void save((at) => captureLine(db, text, { meeting, dealId: meeting.dealId, focus: null, me: name, kind: null }, at)).then((line) => { if (line) setText(''); });
  };
  const onKey = (e: KeyboardEvent): void => {
    if (e.nativeEvent.isComposing || e.keyCode === 229) return;
    if (e.key === 'Enter' && !e.shiftKey) { e.preventDefault(); send(); }
  };
  return (
    <section className="stack" aria-label={t('call.capture.label')}>
      <h1>{deal ? `${deal.account.name} · ${deal.deal.name}` : meeting.title || t('start.untitled')}</h1>
      <TextArea label={t('call.capture.label')} hideLabel autoFocus placeholder={t('call.capture.placeholder')} value={text} onChange={(e) => { setText(e.target.value); }} onKeyDown={onKey} />
      <p className="soft" role="status">{failure ? t('call.saveFailed', { reason: failure }) : saved ? t('call.savedShort') : ''}</p>
    </section>
  );
}

import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readPracticeProgress } from '@/utils/db/library/read-practice';
import { startPractice } from '@/utils/services/practice/start-practice';
import { now } from '@/utils/settings/clock';
import { PanelApp } from '../app/PanelApp';
import { usePanelStore } from '../app/panel-store';
import { useFailureOf } from '../hooks/use-saver';
import { reportPractice } from './practice-report';
import './practice.css';

/** The real panel on the practice database. Its document says "practice" all the time. */
export function PracticePanel() {
  const t = useTranslations('help.practice');
  const [meeting, setMeeting] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const failureOf = useFailureOf();
  const pick = usePanelStore((s) => s.pickMeeting);
  const begun = useRef(false);
  useEffect(() => {
    // The names stay as they were begun, also when the language changes on the way.
    if (begun.current) return;
    begun.current = true;
    now().then((at) => startPractice(db, { account: t('account'), deal: t('deal'), meeting: t('meeting') }, at)).then(
      (id) => { pick(id); setMeeting(id); },
      (error: unknown) => { void failureOf(error).then(([reason]) => { setFailure(reason); }); },
    );
  }, [pick, t, failureOf]);
  return (
    <div className="practice-panel">
      <p className="practice-ribbon practice-always">{t('ribbon')}</p>
      {failure ? <p className="banner unowned" role="alert">{t('failed', { reason: failure })}</p> : null}
      {meeting ? <><Progress meetingId={meeting} /><PanelApp tabId={null} /></> : null}
    </div>
  );
}

/** Tells the page around the panel what was tried. */
function Progress({ meetingId }: { meetingId: string }) {
  const screen = usePanelStore((s) => s.screen);
  const rows = useLiveQuery(() => readPracticeProgress(db, meetingId), [meetingId]);
  const [seen, setSeen] = useState(false);
  if (screen === 'packet' && !seen) setSeen(true);
  useEffect(() => {
    if (rows) reportPractice(seen ? [...rows, 'packet'] : rows);
  }, [rows, seen]);
  return null;
}

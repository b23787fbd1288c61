import { useTranslations } from 'use-intl';
import type { Meeting } from '@/utils/meeting/meeting';
import { peopleToTell } from '@/utils/meeting/participants';
import type { PanelMeeting } from '../hooks/use-panel-meeting';
import { Button } from '../ui/Button';
import { usePanelStore } from './panel-store';

export interface BannerProps { current: PanelMeeting; tabId: number | null }

/** What a call page shows no more, who was not told of a recording, and a call that waits or goes on elsewhere. */
export function CallBanners({ current, tabId }: BannerProps) {
  return (
    <>
      <BlindBanner current={current} tabId={tabId} />
      <TellBanner meeting={current.meeting} />
      <WaitingBanner current={current} />
    </>
  );
}

function BlindBanner({ current, tabId }: BannerProps) {
  const t = useTranslations('call');
  const { presence } = current;
  if (tabId === null || presence?.state !== 'blind' || !presence.blind) return null;
  return <p className="banner owned">{t(`blind.${presence.blind}`)}</p>;
}

function TellBanner({ meeting }: { meeting: Meeting | null }) {
  const t = useTranslations('call');
  const setTab = usePanelStore((s) => s.setTab);
  const names = meeting?.state === 'live' ? peopleToTell(meeting.participants, meeting.consents) : [];
  if (names.length === 0) return null;
  return (
    <div className="banner owned row">
      <p className="grow">{t('tellPeople', { names: names.join(', ') })}</p>
      <Button look="quiet" onClick={() => { setTab('people'); }}>{t('recordConsent')}</Button>
    </div>
  );
}

function WaitingBanner({ current }: Pick<BannerProps, 'current'>) {
  const t = useTranslations('call');
  const tStart = useTranslations('start');
  const pick = usePanelStore((s) => s.pickMeeting);
  const { meeting, open } = current;
  const waiting = meeting?.state === 'live' ? open.find((m) => m.id !== meeting.id && m.state === 'wrap_up') : undefined;
  const back = usePanelStore((s) => s.pickedMeeting);
  const live = back ? open.find((m) => m.state === 'live' && m.id !== meeting?.id) : undefined;
  if (live) {
    return (
      <div className="banner accent row">
        <p className="grow">{t('live')}: {live.title || tStart('untitled')}</p>
        <Button look="quiet" onClick={() => { pick(null); }}>{t('backToCall')}</Button>
      </div>
    );
  }
  if (!waiting) return null;
  return (
    <div className="banner row">
      <p className="grow">{t('waitingReview', { title: waiting.title || tStart('untitled') })}</p>
      <Button look="quiet" onClick={() => { pick(waiting.id); }}>{tStart('review')}</Button>
    </div>
  );
}

import { lazy, Suspense } from 'react';
import type { PanelMeeting } from '../hooks/use-panel-meeting';
import type { BannerProps } from './CallBanners';

// What went wrong behind the panel is seldom said, and a moment later is soon enough.
const WorkerTrouble = lazy(async () => ({ default: (await import('../trouble/WorkerTrouble')).WorkerTrouble }));
const CallBanners = lazy(async () => ({ default: (await import('./CallBanners')).CallBanners }));
// What parts and joins meetings is much, and seldom needed.
const SameMeetingBanner = lazy(async () => ({ default: (await import('./SameMeetingBanner')).SameMeetingBanner }));

/** What needs the rep's attention, quietly, above the screen: never a modal, never stealing focus. */
export function Banners({ current, tabId }: BannerProps) {
  return (
    <div className="banners" aria-live="polite">
      <Suspense><WorkerTrouble /></Suspense>
      <Suspense><CallBanners current={current} tabId={tabId} /></Suspense>
      {mayBeTwo(current) ? <Suspense><SameMeetingBanner current={current} /></Suspense> : null}
    </div>
  );
}

/** Another meeting is open beside this one, or this one had a break: perhaps something is to be asked. */
function mayBeTwo({ meeting, open }: PanelMeeting): boolean {
  return meeting !== null && ((meeting.rejoins ?? []).length > 0 || open.some((m) => m.id !== meeting.id));
}

import { useTranslations } from 'use-intl';
import { db, PRACTICE_DATABASE_NAME } from '@/utils/db/database';
import { packetLabels } from '@/utils/packet/labels/labels';
import { nextFacts } from '@/utils/packet/render/next/next-meeting';
import { viewOf } from '@/utils/packet/render/words';
import type { Packet } from '@/utils/packet/schema';
import { showSafely } from '@/utils/text/normalize';
import { useDayText } from '../../hooks/use-day-text';

interface Props {
  packet: Packet;
  /** The day of the deal's plan, null without one: the last meeting may have agreed on another. */
  planned: string | null;
  /** Beside a call: the library opens in a tab of its own. */
  beside: boolean;
}

/** Which meeting delivery is asked to come to, as the request says it. It is planned on the deal's page. */
export function JoinMeeting({ packet, planned, beside }: Props) {
  const day = useDayText();
  const t = useTranslations('packet.invite');
  const next = packet.nextMeeting;
  const facts = nextFacts(viewOf(packet, packetLabels(packet.packet.language)));
  const lacks = [...(next?.startsAt ? [] : ['time' as const]), ...(next?.url ? [] : ['link' as const]), ...(next?.aim ? [] : ['aim' as const])];
  return (
    <section className="card" aria-labelledby="packet-join">
      <h2 id="packet-join">{t('title')}</h2>
      {facts.length === 0 ? null : <dl className="join-facts">{facts.map(({ name, text }) => <div key={name}><dt className="soft">{name}</dt><dd>{showSafely(text)}</dd></div>)}</dl>}
      {next?.date && planned !== null && planned !== next.date ? <p className="soft is-owned">{t('otherDay', { agreed: day(next.date), planned: day(planned) })}</p> : null}
      {lacks.length === 0 ? null : <p className="soft is-owned">{t('lacks', { what: lacks.map((what) => t(`lack.${what}`)).join(', ') })}</p>}
      {db.name === PRACTICE_DATABASE_NAME ? null : <p><a href={`/library.html#/deal/${encodeURIComponent(packet.deal.id)}`} {...(beside ? { target: '_blank', rel: 'noreferrer' } : {})}>{t('plan')}</a></p>}
    </section>
  );
}

import { Download, Reply } from 'lucide-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { Names, PacketLine } from '@/utils/db/library/read-lists';
import { readNames, readPacketLines } from '@/utils/db/library/read-lists';
import type { OfferedPurpose } from '@/utils/packet/choices';
import { readPacketFiles } from '@/utils/services/packet/read-packet-files';
import { utcOffsetAt } from '@/utils/settings/clock';
import { fits } from '@/utils/text/fits';
import { showSafely } from '@/utils/text/normalize';
import { dateAt } from '@/utils/time/plain-date';
import { useDayText } from '../../hooks/use-day-text';
import { useNow } from '../../hooks/use-now';
import { useReading } from '../../packet/use-reading';
import { downloadBytes } from '../../packet/deliver';
import { SharedNumber, StandingTag } from '../../reply/StandingTag';
import { Button } from '../../ui/Button';
import { ListFrame } from '../ListFrame';
import type { Route } from '../route';
import { hrefOf } from '../route';

/** Every packet that left, as it left. */
export function PacketsPage({ route }: { route: Route }) {
  const t = useTranslations('library');
  const packets = useLiveQuery(() => readPacketLines(db), []);
  const names = useLiveQuery(() => readNames(db), []) ?? null;
  const { q = '', deal = '' } = route.params;
  const shown = packets?.filter((p) => (deal === '' || p.dealId === deal) && fits(`${nameOf(p, names)} ${p.fileName}`, q));
  return (
    <ListFrame route={route} title={t('nav.packets')} count={shown?.length ?? null} filters={<a className="button" href={hrefOf('reply')}><Reply size={15} aria-hidden /> {t('packets.bringIn')}</a>}>
      {packets?.length === 0 ? <p>{t('packets.empty')}</p> : null}
      {shown && shown.length > 0 ? (
        <table className="library-table">
          <thead><tr><th>{t('packets.number')}</th><th>{t('packets.deal')}</th><th>{t('packets.purpose')}</th><th>{t('packets.redaction')}</th><th>{t('packets.made')}</th><th>{t('packets.reply')}</th><th><span className="visually-hidden">{t('packets.againShort')}</span></th></tr></thead>
          <tbody>{shown.map((p) => <PacketRow key={p.id} packet={p} all={packets ?? []} names={names} />)}</tbody>
        </table>
      ) : null}
    </ListFrame>
  );
}

function nameOf(packet: Pick<PacketLine, 'dealId'>, names: Names | null): string {
  const deal = names?.deals.get(packet.dealId);
  return deal ? `${names?.accounts.get(deal.accountId)?.name ?? ''} · ${deal.name}` : '';
}

function PacketRow({ packet: p, all, names }: { packet: PacketLine; all: readonly PacketLine[]; names: Names | null }) {
  const t = useTranslations();
  const day = useDayText();
  const reading = useReading();
  const [failed, setFailed] = useState(false);
  const { now } = useNow();
  const name = showSafely(nameOf(p, names));
  const again = (): void => {
    void reading(() => readPacketFiles(db, p.id)).then((made) => {
      setFailed('reason' in made);
      if ('value' in made) downloadBytes(made.value.zip, made.value.fileName, 'application/zip');
    });
  };
  return (
    <tr>
      <td className="number" data-label={t('library.packets.number')}>{p.number}</td>
      <td><a href={hrefOf('deal', p.dealId)}>{name || t('library.gone')}</a></td>
      <td>{t(`packet.purposes.${p.purpose as OfferedPurpose}`)}</td>
      <td>{t(`packet.redactions.${p.redaction as 'internal'}`)} · {t(`packet.languages.${p.language}`)}</td>
      <td data-label={t('library.packets.made')}>{day(dateAt(p.createdAt, utcOffsetAt(p.createdAt)))} <SharedNumber packet={p} all={all} /></td>
      <td data-label={t('library.packets.reply')}><StandingTag packet={p} all={all} today={dateAt(now, utcOffsetAt(now))} /> {(p.replies ?? []).length > 0 ? <a href={hrefOf('reply', p.id)} aria-label={t('library.packets.repliesOf', { count: p.replies?.length ?? 0, number: p.number, deal: name })}>{t('library.packets.replies', { count: p.replies?.length ?? 0 })}</a> : null}</td>
      <td>
        {p.emptied ? <span className="soft">{t('library.packets.emptied')}</span> : <Button look="quiet" aria-label={t('library.packets.again', { number: p.number, deal: name })} onClick={again}><Download size={15} aria-hidden /> {t('library.packets.againShort')}</Button>}
        {failed ? <p className="field-error" role="alert">{t('library.gone')}</p> : null}
      </td>
    </tr>
  );
}

import { useTranslations } from 'use-intl';
import type { ExportedPacket } from '@/utils/packet/export';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { Check } from '../../ui/Field';
import type { PacketForm } from './packet-form';

interface Props {
  lines: ExportedPacket['costLines'];
  form: PacketForm;
  set: (part: Partial<PacketForm>) => void;
}

/** All that names it, since all of it leaves with the tick; only minutes can be longer. */
const LONG = 2_000;

/** Lines that name cost or margin and stay out of a copy for others: told before it leaves, each with a tick for the ones that are the customer's own. */
export function CostLines({ lines, form, set }: Props) {
  const t = useTranslations('packet.cost');
  if (lines.length === 0) return null;
  const keep = (id: string, kept: boolean): void => { set({ keepLines: kept ? [...form.keepLines, id] : form.keepLines.filter((one) => one !== id) }); };
  return (
    <section className="card" aria-labelledby="packet-cost">
      <h2 id="packet-cost" className="is-owned" aria-live="polite">{t('title', { count: lines.filter(({ kept }) => !kept).length })}</h2>
      <p className="soft">{t('lead')}</p>
      <ul className="review-list">
        {lines.map(({ id, kind, text }) => (
          <li key={id} className="review-item">
            <Check label={t('line', { kind: t(`kinds.${kind}`), text: showSafely(truncateText(text, LONG)) })} checked={form.keepLines.includes(id)} onChange={(e) => { keep(id, e.target.checked); }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useTranslations } from 'use-intl';
import type { PacketRow } from '@/utils/db/rows';
import { handoffAccepted } from '@/utils/reply/standing';
import { showSafely } from '@/utils/text/normalize';
import { useDayText } from '../hooks/use-day-text';

/** Whose the deal is: with sales until delivery accepts a handoff. */
export function HandoffLine({ packets }: { packets: readonly PacketRow[] }) {
  const t = useTranslations('reply');
  const day = useDayText();
  const accepted = handoffAccepted(packets);
  if (!accepted) return <p className="soft">{t('withSales')}</p>;
  const { by, at, verdict } = accepted.reply;
  return <p>{t(verdict === 'accepted' ? 'withDelivery' : 'withConditions', { name: showSafely(by.name), date: day(at) })}</p>;
}

import { useTranslations } from 'use-intl';
import type { PacketStanding, SentPacket } from '@/utils/reply/standing';
import { isNumberShared, packetStanding } from '@/utils/reply/standing';
import { timeHere } from '../hooks/use-day-text';

const TONES: Partial<Record<PacketStanding, string>> = { accepted: 'secured', accepted_with_conditions: 'owned', returned: 'unowned', overdue: 'unowned' };

/** How a packet stands with delivery; nothing for a copy that nobody answers to. */
export function StandingTag({ packet, all, today }: { packet: SentPacket; all: readonly SentPacket[]; today: string }) {
  const t = useTranslations('packet');
  const standing = packetStanding(packet, all, today);
  if (standing === 'copy') return null;
  const joins = packet.purpose === 'join' && (standing === 'accepted' || standing === 'accepted_with_conditions');
  return <span className={`tag ${TONES[standing] ?? ''}`}>{joins ? t(`standing.join.${standing}`) : t(`standing.${standing}`)}</span>;
}

/** Two machines each made a packet under one number: by what this one is told from the other. Nothing where its number is its own. */
export function SharedNumber({ packet, all }: { packet: SentPacket; all: readonly SentPacket[] }) {
  const t = useTranslations('packet');
  return isNumberShared(packet, all) ? <span className="soft is-owned">{t('sharedNumber', { number: packet.number, time: timeHere(packet.createdAt) })}</span> : null;
}

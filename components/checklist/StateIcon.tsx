import type { LucideIcon } from 'lucide-react';
import { Ban, Circle, CircleCheck, CircleDashed, CircleHelp, Clock, GitCompareArrows, MinusCircle } from 'lucide-react';
import type { ItemState } from '@/utils/checklist/answer';

const ICONS: Record<ItemState, LucideIcon> = {
  not_asked: Circle, answered: CircleCheck, partial: CircleDashed, asked_unknown: CircleHelp,
  asked_will_send: Clock, declined: Ban, conflict: GitCompareArrows, not_applicable: MinusCircle,
};

/** The state as a shape, never by colour alone; the text beside it says it too. */
export function StateIcon({ state }: { state: ItemState }) {
  const Icon = ICONS[state];
  return <Icon size={17} aria-hidden className={`state-icon ${state}`} />;
}

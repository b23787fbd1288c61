import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { gapsOfItem, isOwnedGap, needsGap } from '@/utils/checklist/gap-rules';
import type { Stage } from '@/utils/deal/deal';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { DealBoard } from '../../hooks/use-deal-record';
import type { FormDraft } from '../../hooks/use-form-draft';
import type { Route } from '../../library/route';
import { goTo, hrefOf } from '../../library/route';
import type { MendPlace } from '../../packet/form/mend';
import { focusField } from '../../packet/form/mend';
import type { PacketForm } from '../../packet/form/packet-form';
import { PacketMaker } from '../../packet/PacketMaker';
import { Conflicts } from '../../review/Conflicts';
import { FreeGaps, freeGaps } from '../../review/FreeGaps';
import { OpenItems } from '../../review/OpenItems';
import { Button } from '../../ui/Button';
import { WorkPage } from './WorkPage';

/** A packet of a deal between its calls: after a mail, before the next meeting, once the contract is signed. */
export function PacketPage({ route }: { route: Route }) {
  const t = useTranslations('deal.work');
  const [upTo, setUpTo] = useState<Stage | null>(null);
  return (
    <WorkPage dealId={route.id} title={t('packetTitle')} lead={t('packetLead')}>
      {(board) => (
        <>
          <Open board={board} stage={upTo ?? board.record.deal.stage} />
          <PacketMaker
            board={board} meeting={null} draft={draftKey('form:packet', route.id)} mend={(place) => { if (place.to === 'open') flushSync(() => { setUpTo(place.upTo ?? null); }); mend(place, route.id); }}
            end={(choices) => <StartOver choices={choices} />}
          />
        </>
      )}
    </WorkPage>
  );
}

/** Forgets what was chosen. Nothing typed is lost by one press: the same button brings it back, as long as nothing else was chosen. */
function StartOver({ choices: { changed, set, clear } }: { choices: FormDraft<PacketForm> }) {
  const t = useTranslations();
  const [left, setLeft] = useState<Partial<PacketForm> | null>(null);
  const begun = Object.keys(changed).length > 0;
  if (!begun && left === null) return null;
  const press = (): void => {
    if (begun) clear();
    else set(left ?? {});
    setLeft(begun ? changed : null);
  };
  return (
    <div className="row">
      <Button look="quiet" onClick={press}>{begun ? t('deal.work.startOver') : t('library.undo')}</Button>
      <span role="status" className="soft">{begun ? '' : t('deal.work.startedOver')}</span>
    </div>
  );
}

type Part = 'owed' | 'free' | 'differ';

/** What a review after a call goes through, where something of it is left: owned, filed and settled here as there. Folded once it all has owners. */
function Open({ board, stage }: { board: DealBoard; stage: Stage }) {
  const t = useTranslations('deal.work');
  const { contradictions, gaps } = board.record;
  const owed = [...board.views, ...board.extra].filter((view) => needsGap(view, stage));
  const free = freeGaps({ meeting: null, board });
  const differ = contradictions.filter((c) => c.status === 'open');
  const parts = (Object.entries({ owed, free, differ }) as [Part, unknown[]][]).flatMap(([part, rows]) => (rows.length > 0 ? [part] : []));
  // What was settled to its end keeps its heading: the keyboard goes there.
  const [seen, setSeen] = useState<readonly Part[]>(parts);
  const fresh = parts.filter((part) => !seen.includes(part));
  if (fresh.length > 0) setSeen([...seen, ...fresh]);
  const nobodys = owed.filter((view) => !gapsOfItem(view, gaps).some(isOwnedGap)).length + free.length;
  const [open, setOpen] = useState(nobodys + differ.length > 0);
  if (seen.length === 0) return null;
  return (
    <details id="work-open" open={open} onToggle={(e) => { setOpen(e.currentTarget.open); }}>
      <summary>{t('open', { count: owed.length + free.length + differ.length })} · <span className={nobodys > 0 ? 'is-unowned' : 'soft'}>{t('nobodys', { count: nobodys })}</span></summary>
      <div className="stack">
        {seen.includes('owed') ? <OpenItems meeting={null} board={board} stage={stage} /> : null}
        {seen.includes('free') ? <FreeGaps meeting={null} board={board} /> : null}
        {seen.includes('differ') ? <Conflicts meeting={null} board={board} /> : null}
      </div>
    </details>
  );
}

/** Goes to where a rule can be met: on this page, on the deal's, in its checklist or among its gaps. */
function mend(place: MendPlace, dealId: string): void {
  if (focusField(place)) return;
  const left = place.to === 'open' ? document.querySelector<HTMLDetailsElement>('#work-open') : null;
  if (left) {
    left.open = true;
    left.querySelector<HTMLElement>('summary')?.focus();
  }
  else if (place.to === 'item') goTo(hrefOf('checklist', dealId, { item: place.itemId }));
  else if (place.to === 'gaps') goTo(hrefOf('gaps', '', { deal: dealId }));
  else goTo(hrefOf('deal', dealId));
}

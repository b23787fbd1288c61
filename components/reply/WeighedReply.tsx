import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { ReplyEffect, WeighedReply as Weighed } from '@/utils/reply/weigh';
import { canApply, tickedFirst } from '@/utils/reply/weigh';
import type { AppliedReply } from '@/utils/services/reply/apply-reply';
import { applyReply } from '@/utils/services/reply/apply-reply';
import type { NoPacket } from '@/utils/services/reply/read-reply';
import { readReply } from '@/utils/services/reply/read-reply';
import { readDealName } from '@/utils/db/read-deal';
import type { PacketRow } from '@/utils/db/rows';
import { showSafely } from '@/utils/text/normalize';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import type { ReadIn } from './use-bring-in';
import { Answers } from './Answers';
import { EffectList } from './EffectList';
import { ReplyHead, ReplyRest } from './ReplyBody';

interface Props {
  read: ReadIn;
  onApplied: (made: AppliedReply, broken: number) => void;
  /** `gone`: its packet is not there any more. */
  onDismiss: (gone?: NoPacket) => void;
}

/** What a reply would change, as the deal is now: it follows when somebody works on the deal in another window. */
export function WeighedReply({ read, onApplied, onDismiss }: Props) {
  const { reply, id } = read;
  const found = useLiveQuery(async () => {
    const made = await readReply(db, reply, id);
    return typeof made === 'string' ? made : { ...made, deal: await readDealName(db, made.packet.dealId) };
  }, [reply, id]);
  // Deleted meanwhile: there is nothing to take over any more.
  const gone = typeof found === 'string' ? found : null;
  useEffect(() => { if (gone !== null) onDismiss(gone); }, [gone, onDismiss]);
  return typeof found === 'object' ? <Choices read={read} {...found} onApplied={onApplied} onDismiss={onDismiss} /> : null;
}

function Choices({ read: { reply, id }, packet, weighed, deal, onApplied, onDismiss }: Props & { packet: PacketRow; weighed: Weighed; deal: string }) {
  const t = useTranslations('reply');
  const { name } = usePreferences();
  const save = useSaver();
  const heading = useRef<HTMLHeadingElement>(null);
  // As it stands now: what changes in another window while one looks is not chosen any more. What was pressed wins.
  const first = new Set(tickedFirst(weighed));
  const [pressed, setPressed] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [busy, setBusy] = useState(false);
  const ticked = (effect: ReplyEffect): boolean => canApply(effect) && (pressed.get(effect.key) ?? first.has(effect.key));
  const chosen = weighed.effects.filter(ticked);
  useEffect(() => { heading.current?.focus(); }, []);
  const go = (): void => {
    setBusy(true);
    const choices = { reply, id, keys: new Set(chosen.map((effect) => effect.key)), owner: name, needInfo: (want: string) => t('needInfo', { want }) };
    const broken = chosen.filter((effect) => effect.kind === 'commitment' && effect.part.verdict === 'cannot_but').length;
    void save((at) => applyReply(db, choices, at)).then((made) => { setBusy(false); if (made) onApplied(made, broken); });
  };
  const nothingLeft = weighed.kept !== null && !weighed.effects.some(canApply);
  return (
    <section className="stack narrow" aria-labelledby="weighed">
      <h2 id="weighed" ref={heading} tabIndex={-1}>{t('to', { deal: showSafely(deal), number: packet.number })}</h2>
      <ReplyHead reply={reply} purpose={packet.purpose} />
      <Doubts weighed={weighed} packet={packet} />
      {weighed.kept ? <p className="banner">{t('already')} {nothingLeft ? t('allDone') : ''}</p> : null}
      <EffectList effects={weighed.effects} ticked={ticked} onTick={(key, on) => { setPressed(new Map([...pressed, [key, on]])); }} />
      <Answers title={t('told')} list={weighed.told} />
      <ReplyRest reply={reply} chosen />
      <div className="row">
        {nothingLeft ? null : <Button look="primary" disabled={busy} onClick={go}>{chosen.length > 0 ? t('apply', { count: chosen.length }) : t('keep')}</Button>}
        <Button look="quiet" onClick={() => { onDismiss(); }}>{t('dismiss')}</Button>
      </div>
    </section>
  );
}

function Doubts({ weighed: { doubts, newest }, packet: { number } }: { weighed: Weighed; packet: PacketRow }) {
  const t = useTranslations('reply');
  if (doubts.length === 0) return null;
  return (
    <div className="banner unowned">
      <ul className="plain-list">{doubts.map((doubt) => <li key={doubt}>{t(`doubt.${doubt}`, { number, newest })}</li>)}</ul>
      <p>{t('doubtHelp')}</p>
    </div>
  );
}

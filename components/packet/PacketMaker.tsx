import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { DraftKey } from '@/utils/db/drafts/draft-keys';
import type { PlannedMeeting } from '@/utils/deal/planned-meeting';
import type { Meeting } from '@/utils/meeting/meeting';
import type { ExportedPacket } from '@/utils/packet/export';
import { utcOffsetAt } from '@/utils/settings/clock';
import type { OfferedPurpose } from '@/utils/packet/choices';
import { lastOf, leadDate, nextDateWith, stageToOwn } from '@/utils/packet/choices';
import type { LeadTime } from '@/utils/time/lead-time';
import { leadTime } from '@/utils/time/lead-time';
import { leadPolicyOf } from '@/utils/time/work-calendar';
import { dateAt } from '@/utils/time/plain-date';
import type { DealBoard } from '../hooks/use-deal-record';
import { useNow } from '../hooks/use-now';
import { usePreferences } from '../hooks/use-preferences';
import type { FormDraft } from '../hooks/use-form-draft';
import { useFormDraft } from '../hooks/use-form-draft';
import { EarlierPackets } from './EarlierPackets';
import { ExportButtons } from './ExportButtons';
import { CostLines } from './form/CostLines';
import type { MendPlace } from './form/mend';
import type { PacketForm, PacketProblem } from './form/packet-form';
import { choicesOf, countsFor, mustsOf, problemsOf, unownedFor } from './form/packet-form';
import { Choices, Request, Unowned } from './form/PacketFields';
import { PacketPreview } from './PacketPreview';
import { JoinMeeting } from './form/JoinMeeting';
import { RolesToBring } from './form/RolesToBring';
import { Rules } from './form/Rules';
import { usePreview } from './use-preview';
import './packet.css';

interface Props {
  board: DealBoard;
  /** The meeting that it comes out of; null on the deal's own page. */
  meeting: Meeting | null;
  /** Where the choices are kept while it is not sent. */
  draft: DraftKey;
  /** Goes to where a rule can be met. */
  mend: (place: MendPlace) => void;
  /** What comes after the buttons; it can forget the choices. */
  end: (choices: FormDraft<PacketForm>) => ReactNode;
}

/** Choices, readiness, preview, export: what delivery will get, exactly. */
export function PacketMaker({ board, meeting, draft, mend, end }: Props) {
  const chosen = usePreferences();
  const { language, name } = chosen;
  const { now } = useNow();
  const { deal } = board.record;
  const offset = meeting?.utcOffset || utcOffsetAt(now);
  const plannedFor = deal.next?.startsAt ?? null;
  const nextDate = nextDateWith(board.record.meetings, plannedFor, utcOffsetAt(plannedFor ?? now), dateAt(now, offset));
  const leadOf = (purpose: OfferedPurpose): LeadTime => leadTime(leadDate(purpose, deal.customerDue, nextDate), dateAt(now, offset), leadPolicyOf(chosen));
  const chosenFor = useFormDraft<PacketForm>(draft, meeting?.id ?? '', {
    purpose: deal.stage === 'contract' ? 'handoff' : 'estimate', language, redaction: 'internal', author: name, respondBy: null, lateReason: '', questions: null, roles: null, reason: '', keepLines: [], left: false,
  });
  const { value: form, clear } = chosenFor;
  const set = (part: Partial<PacketForm>): void => { chosenFor.set(form.left ? { ...part, left: false } : part); };
  const lead = leadOf(form.purpose);
  const [tried, setTried] = useState(false);
  const [kept, setKept] = useState<{ of: string; basis: object; made: ExportedPacket } | null>(null);
  // On the deal's page choices are for one packet: found again after it left, its reasons would be printed on the next. A review keeps its own until it is closed.
  const over = meeting === null && form.left && kept === null;
  useEffect(() => { if (over) clear(); });
  // The list that is gone through then holds what this packet asks for, whatever stage the deal is in.
  const toMend = (place: MendPlace): void => { mend(place.to === 'open' ? { ...place, upTo: stageToOwn(form.purpose, deal.stage) } : place); };
  const counts = countsFor(board, form.purpose);
  const [unmet, setUnmet] = useState(0);
  const choices = choicesOf(form, counts, lead, unmet);
  const preview = usePreview(board, choices);
  // What was saved and has not changed since is shown, copied and printed as it was stored.
  const asked = JSON.stringify(choices);
  const stored = kept?.basis === preview.basis && kept.of === asked ? kept.made : null;
  const shown = stored ?? preview.made;
  const musts = mustsOf(form, shown?.packet ?? null);
  // A reason that is asked for is a part of the packet: what the preview finds unmet makes another.
  if (shown !== null && shown.packet.packet.purpose === form.purpose && musts.length !== unmet) setUnmet(musts.length);
  // Nothing leaves before it was told what stays out of it: the preview of another copy says nothing of that.
  const told = shown?.packet.packet.redaction === choices.redaction ? shown : null;
  const problems = problemsOf(form, counts, lead, shown?.packet ?? null);
  return (
    <>
      <Choices form={form} set={set} meetings={board.record.meetings} />
      {form.purpose === 'join' && shown?.packet.packet.purpose === 'join' ? <JoinMeeting packet={shown.packet} planned={plannedDay(deal.next, board.record.meetings)} beside={meeting !== null} /> : null}
      {form.purpose === 'join' ? <RolesToBring form={form} set={set} generated={shown?.packet.request.rolesToBring ?? []} problem={tried && problems.includes('roles')} /> : null}
      <Request form={form} set={set} lead={lead} problem={tried && problems.includes('late')} wrongDay={tried && problems.includes('respond_by')} asked={shown?.packet.request.questions ?? []} />
      <Unowned board={board} form={form} set={set} unowned={unownedFor(board, form.purpose)} musts={musts} problem={tried && problems.includes('reason')} onOwn={() => { toMend({ to: 'open' }); }} />
      {shown && shown.packet.readiness.rules.length > 0 ? <Rules rules={shown.packet.readiness.rules} tried={tried} mend={toMend} /> : null}
      {told ? <CostLines lines={told.costLines} form={form} set={set} /> : null}
      <PacketPreview made={shown} failure={preview.failure} />
      <ExportButtons
        dealId={deal.id} meetingId={meeting?.id ?? null} choices={choices} made={told} stored={stored !== null} blocked={problems}
        onBlocked={() => { setTried(true); focusProblem(problems); }}
        onStored={(made) => {
          setKept({ of: asked, basis: preview.basis, made });
          if (meeting === null) chosenFor.set({ left: true });
        }}
      />
      {end(chosenFor)}
      <EarlierPackets dealId={deal.id} utcOffset={offset} beside={meeting !== null} />
    </>
  );
}

/** The day of a plan that is still to come; one that lies before the last meeting was that meeting's. */
function plannedDay(plan: PlannedMeeting | null | undefined, meetings: readonly Meeting[]): string | null {
  const at = plan?.startsAt ?? null;
  return at === null || at <= (lastOf(meetings)?.startedAt ?? 0) ? null : dateAt(at, utcOffsetAt(at));
}

/** The first field that is missing gets the caret. */
function focusProblem(problems: readonly PacketProblem[]): void {
  requestAnimationFrame(() => { document.querySelector<HTMLElement>(`[data-problem="${problems[0] ?? ''}"]`)?.focus(); });
}

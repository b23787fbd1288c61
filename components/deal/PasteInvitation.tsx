import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Invitation, InvitationReading } from '@/utils/invitation/invitation';
import { now, utcOffsetAt } from '@/utils/settings/clock';
import type { Draft } from '../hooks/use-draft';
import { Button } from '../ui/Button';
import { TextArea } from '../ui/Field';

/** Larger than that is no invitation; it isn't even read into memory. */
const MAX_BYTES = 2_000_000;

async function readAll(text: string): Promise<InvitationReading> {
  // The calendar library is loaded only by who pastes an invitation.
  const [{ readInvitation }, at] = await Promise.all([import('@/utils/invitation/read-invitation'), now()]);
  return readInvitation(text, { now: at, utcOffset: utcOffsetAt(at) });
}

async function textOf(file: File): Promise<string> {
  const [{ textOfFile }, bytes] = await Promise.all([import('@/utils/invitation/ics/ics-bytes'), file.arrayBuffer()]);
  return textOfFile(new Uint8Array(bytes));
}

/** A calendar invitation, pasted or as an .ics file, read on this machine; says what it did not find. */
export function PasteInvitation({ draft, onRead }: { draft: Draft; onRead: (invitation: Invitation) => void }) {
  const t = useTranslations('deal.invitation');
  const { text, setText, restored } = draft;
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<{ error: string | null; lines: string[] }>({ error: null, lines: [] });
  const take = async (source: string): Promise<void> => {
    const reading = await readAll(source);
    if (!reading.ok) { setSaid({ error: t(`refused.${reading.reason}`), lines: [] }); return; }
    onRead(reading.invitation);
    setText('');
    setSaid({ error: null, lines: [t('filled'), ...reading.invitation.notes.map((note) => t(`notes.${note}`))] });
  };
  const choose = (file: File | undefined): void => {
    if (!file) return;
    if (file.size > MAX_BYTES) { setSaid({ error: t('refused.too_large'), lines: [] }); return; }
    void textOf(file).then(take, () => { setSaid({ error: t('refused.damaged'), lines: [] }); });
  };
  return (
    <details className="stack" open={open || restored} onToggle={(e) => { setOpen(e.currentTarget.open); }}>
      <summary>{t('title')}</summary>
      <div className="stack">
        <TextArea
          label={t('label')} help={t('help')} rows={4} value={text} error={said.error}
          onChange={(e) => { setText(e.target.value); }}
          onPaste={(e) => { const pasted = e.clipboardData.getData('text/plain'); if (text === '' && pasted.trim() !== '') { e.preventDefault(); void take(pasted); } }}
        />
        <div className="row">
          <Button disabled={text.trim() === ''} onClick={() => { void take(text); }}>{t('read')}</Button>
          <label className="button file-pick">{t('file')}<input type="file" accept=".ics,text/calendar" onChange={(e) => { choose(e.target.files?.[0]); e.target.value = ''; }} /></label>
        </div>
        <div role="status">{said.lines.length > 0 ? <ul className="plain-list soft">{said.lines.map((line) => <li key={line}>{line}</li>)}</ul> : null}</div>
      </div>
    </details>
  );
}

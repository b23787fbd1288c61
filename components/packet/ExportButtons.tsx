import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { closeMeeting } from '@/utils/services/meeting/end-meeting';
import type { PacketChoices } from '@/utils/services/packet/collect-packet-input';
import { makePacket } from '@/utils/services/packet/make-packet';
import { usePanelStore } from '../app/panel-store';
import type { DealBoard } from '../hooks/use-deal-record';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { copyRich, downloadBytes } from './deliver';
import type { PacketProblem } from './packet-form';
import type { Preview } from './use-preview';

interface Props {
  meeting: Meeting;
  board: DealBoard;
  choices: PacketChoices;
  preview: Preview;
  blocked: PacketProblem[];
  onBlocked: () => void;
}

/** Save, copy, print. The result is said here, where the rep is looking. */
export function ExportButtons({ meeting, board, choices, preview, blocked, onBlocked }: Props) {
  const t = useTranslations('packet');
  const save = useSaver();
  const pick = usePanelStore((s) => s.pickMeeting);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const attempt = (work: () => Promise<string>): void => {
    if (blocked.length > 0) { onBlocked(); return; }
    setBusy(true);
    void work().then(setSaid, (error: unknown) => { setSaid(t('failed', { reason: error instanceof Error ? error.message : String(error) })); }).finally(() => { setBusy(false); });
  };
  const zip = async (): Promise<string> => {
    const made = await save((at) => makePacket(db, board.record.deal.id, meeting.id, choices, at));
    if (!made) throw new Error(usePanelStore.getState().failure ?? '');
    downloadBytes(made.zip, made.fileName, 'application/zip');
    return t('saved', { number: made.packet.packet.number, file: made.fileName });
  };
  const made = preview.made;
  const ready = made !== null && !busy;
  const copy = (write: () => Promise<void>): void => { attempt(async () => { await write(); return t('copied'); }); };
  const print = (): void => { document.querySelector<HTMLIFrameElement>('.packet-frame')?.contentWindow?.print(); };
  return (
    <section className="stack" aria-label={t('save')}>
      <Button look="primary" wide disabled={!ready} onClick={() => { attempt(zip); }}>{t('save')}</Button>
      <div className="row">
        <Button disabled={!ready} onClick={() => { if (made) copy(() => copyRich(made.richText, made.markdown)); }}>{t('copyRich')}</Button>
        <Button disabled={!ready} onClick={() => { if (made) copy(() => navigator.clipboard.writeText(made.markdown)); }}>{t('copyMarkdown')}</Button>
        <Button disabled={!ready} onClick={() => { if (blocked.length > 0) onBlocked(); else print(); }}>{t('print')}</Button>
      </div>
      <p role="status">{said}</p>
      <Button look="quiet" wide onClick={() => { void save((at) => closeMeeting(db, meeting.id, at)).then(() => { pick(null); }); }}>{t('close')}</Button>
    </section>
  );
}

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { ExportedPacket } from '@/utils/packet/export';
import type { PacketChoices } from '@/utils/services/packet/collect-packet-input';
import { makePacket } from '@/utils/services/packet/make-packet';
import { TOLD } from '@/utils/services/trouble/refusal';
import { usePanelStore } from '../app/panel-store';
import { useFailureOf, useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { copyRich, downloadBytes, frameWith } from './deliver';
import type { PacketProblem } from './form/packet-form';

interface Props {
  dealId: string;
  /** The meeting that it comes out of, if any. */
  meetingId: string | null;
  choices: PacketChoices;
  /** What is shown; null while it is being built. */
  made: ExportedPacket | null;
  /** It is stored already, unchanged: saving again only downloads it again. */
  stored: boolean;
  blocked: PacketProblem[];
  onBlocked: () => void;
  onStored: (made: ExportedPacket) => void;
}

/** Save, copy, print. The result is said here, where the rep is looking. */
export function ExportButtons({ dealId, meetingId, choices, made, stored, blocked, onBlocked, onStored }: Props) {
  const t = useTranslations('packet');
  const save = useSaver();
  const failureOf = useFailureOf();
  const [said, setSaid] = useState<{ text: string; failed: boolean }>({ text: '', failed: false });
  const [busy, setBusy] = useState(false);
  const attempt = (work: () => Promise<string>): void => {
    if (blocked.length > 0) { onBlocked(); return; }
    setBusy(true);
    const fail = async (error: unknown): Promise<void> => { setSaid({ text: t('failed', { reason: (await failureOf(error))[0] }), failed: true }); };
    void work().then((text) => { setSaid({ text, failed: false }); }, fail).finally(() => { setBusy(false); });
  };
  /** Whatever leaves is kept under its number first, so that no two copies carry the same one. */
  const keep = async (shown: ExportedPacket): Promise<ExportedPacket> => {
    const kept = stored ? shown : await save((at) => makePacket(db, dealId, meetingId, choices, at));
    if (!kept) throw new Error(usePanelStore.getState().failure ?? '', { cause: TOLD });
    onStored(kept);
    return kept;
  };
  const zip = async (shown: ExportedPacket): Promise<string> => {
    const kept = await keep(shown);
    downloadBytes(kept.zip, kept.fileName, 'application/zip');
    return t('saved', { number: kept.packet.packet.number, file: kept.fileName });
  };
  const copy = (write: (kept: ExportedPacket) => Promise<void>) => async (shown: ExportedPacket): Promise<string> => {
    const kept = await keep(shown);
    await write(kept);
    return t('copied', { number: kept.packet.packet.number });
  };
  const calendar = async (shown: ExportedPacket): Promise<string> => {
    const kept = await keep(shown);
    const file = kept.files['meeting.ics'];
    // The day was taken back in another window meanwhile.
    if (file === undefined) throw new Error(t('invite.noDay', { number: kept.packet.packet.number }), { cause: TOLD });
    downloadBytes(file, `${kept.fileName.replace(/\.baton\.zip$/u, '')}.ics`, 'text/calendar');
    return t('invite.saved', { number: kept.packet.packet.number });
  };
  const print = async (shown: ExportedPacket): Promise<string> => {
    const kept = await keep(shown);
    const frame = await frameWith(kept);
    if (!frame?.contentWindow) throw new Error(t('noPreview', { number: kept.packet.packet.number }), { cause: TOLD });
    frame.contentWindow.print();
    return t('printed', { number: kept.packet.packet.number });
  };
  const ready = made !== null && !busy;
  const act = (work: (shown: ExportedPacket) => Promise<string>) => (): void => { if (made) attempt(() => work(made)); };
  return (
    <section className="stack" aria-label={t('export')}>
      <Button look="primary" wide disabled={!ready} onClick={act(zip)}>{t('save')}</Button>
      <div className="export-row">
        <Button disabled={!ready} onClick={act(copy((kept) => copyRich(kept.richText, kept.markdown)))}>{t('copyRich')}</Button>
        <Button disabled={!ready} onClick={act(copy((kept) => navigator.clipboard.writeText(kept.markdown)))}>{t('copyMarkdown')}</Button>
        <Button disabled={!ready} onClick={act(print)}>{t('print')}</Button>
      </div>
      {made && made.invitation !== '' ? (
        <div className="export-row">
          <Button disabled={!ready} onClick={act(copy((kept) => navigator.clipboard.writeText(kept.invitation)))}>{t('invite.copy')}</Button>
          {made.files['meeting.ics'] === undefined ? null : <Button disabled={!ready} onClick={act(calendar)}>{t('invite.calendar')}</Button>}
        </div>
      ) : null}
      <p role="status" className={said.failed ? 'field-error' : 'soft'}>{said.text}</p>
    </section>
  );
}

import { useTranslations } from 'use-intl';
import type { ExportedPacket } from '@/utils/packet/export';

/** The page exactly as it is exported. */
export function PacketPreview({ made, failure }: { made: ExportedPacket | null; failure: string | null }) {
  const t = useTranslations('packet');
  const tc = useTranslations('common');
  if (failure) return <p className="field-error" role="alert">{t('failed', { reason: failure })}</p>;
  if (!made) return <p className="soft" role="status">{tc('loading')}</p>;
  const html = made.files['packet.html'];
  return (
    <section className="stack" aria-labelledby="packet-preview">
      <h2 id="packet-preview">{t('preview')}</h2>
      {/* No scripts in here: same origin only so that it can be printed. */}
      <iframe
        className="packet-frame" title={t('previewFrame')} sandbox="allow-same-origin allow-modals" srcDoc={typeof html === 'string' ? html : ''}
        onLoad={(e) => { e.currentTarget.dataset['shows'] = made.packet.packet.id; }}
      />
    </section>
  );
}

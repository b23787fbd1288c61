import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { preferencesOrDefaults } from '@/utils/settings/preferences';
import { downloadParts } from '../settings/download';
import { Button } from '../ui/Button';
import './trouble.css';

/** A backup of whatever can still be read, past the connection that is in trouble, beside the way on: `first` where it should come before that. */
export function Rescue({ first = false, children }: { first?: boolean; children?: ReactNode }) {
  const t = useTranslations('trouble');
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const rescue = async (): Promise<void> => {
    setBusy(true);
    setSaid(t('backingUp'));
    try {
      // Packing is loaded when it is needed: every window has this screen, few ever show it.
      const { rescueBackup } = await import('@/utils/services/backup/rescue-backup');
      const made = await rescueBackup(await preferencesOrDefaults(), Date.now());
      downloadParts(made.parts, made.fileName);
      const about = { file: made.fileName, count: made.rows };
      setSaid(made.unreadable.length > 0 ? t('backedUpPartly', { ...about, tables: made.unreadable.join(', ') }) : t('backedUp', about));
    } catch {
      setSaid(t('nothing'));
    }
    setBusy(false);
  };
  return (
    <>
      {first ? null : children}
      <Button look={first ? 'primary' : 'plain'} disabled={busy} onClick={() => { void rescue(); }}>{t('backup')}</Button>
      {first ? children : null}
      <p className="soft trouble-said" role="status">{said}</p>
    </>
  );
}

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CommandName } from '@/utils/panel/shortcuts';
import { COMMANDS, openShortcutSettings, readShortcuts } from '@/utils/panel/shortcuts';
import { Button } from '../ui/Button';

const NAMES = { 'open-panel': 'panel', capture: 'capture', gap: 'gap' } as const;

/** The keyboard commands: the browser's, which it lets one change, and Baton's own. */
export function KeysSection() {
  const t = useTranslations('settings.keys');
  const tCall = useTranslations('call');
  const [shortcuts, setShortcuts] = useState<Partial<Record<CommandName, string>>>({});
  const [elsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    const read = (): void => { void readShortcuts().then(setShortcuts); };
    read();
    // They are changed on the browser's page: coming back shows the new ones.
    addEventListener('focus', read);
    return () => { removeEventListener('focus', read); };
  }, []);
  return (
    <section aria-labelledby="keys-title">
      <h2 id="keys-title">{t('title')}</h2>
      <h3>{t('browser')}</h3>
      <dl className="keys-list">
        {COMMANDS.map((name) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{shortcuts[name] || t('none')}</dt>
            <dd>{t(NAMES[name])}</dd>
          </div>
        ))}
      </dl>
      <div><Button onClick={() => { void openShortcutSettings().then((opened) => { setElsewhere(!opened); }); }}>{t('set')}</Button></div>
      {elsewhere ? <p className="soft" role="status">{t('elsewhere')}</p> : null}
      <h3>{t('inBaton')}</h3>
      <dl className="keys-list">
        <dt>Alt+Z</dt><dd>{tCall('undoLast')}</dd>
        <dt>Alt+K</dt><dd>{tCall('capture.label')}</dd>
        <dt>Alt+L</dt><dd>{tCall('tabs.checklist')}</dd>
      </dl>
    </section>
  );
}

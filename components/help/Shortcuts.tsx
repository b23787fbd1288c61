import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LINE_MARKS } from '@/utils/notes/parse-line';
import { COMMANDS, readShortcuts } from '@/utils/panel/shortcuts';
import type { CommandName } from '@/utils/panel/shortcuts';
import { CALL_KEYS, ITEM_STATE_KEYS } from './panel-keys';

const COMMAND_TEXTS = { 'open-panel': 'panel', capture: 'capture', gap: 'gap' } as const satisfies Record<CommandName, string>;

/** Every key of Baton: the browser-wide ones as they are set now, the panel's as they are. */
export function Shortcuts() {
  const t = useTranslations();
  return (
    <section className="stack" aria-labelledby="help-keys">
      <h2 id="help-keys">{t('help.keys.title')}</h2>
      <div className="help-keys">
        <BrowserKeys />
        <Group title={t('help.keys.call')} rows={CALL_KEYS.map(({ keys, text }) => [keys, t(`help.keys.${text}`)])} />
        <Group title={t('help.keys.marks')} lead={t('help.keys.marksLead')} rows={marks().map(([mark, kind]) => [mark, t(`common.kind.${kind}`)])} />
        <Group
          title={t('help.keys.items')}
          rows={[
            ['↓ J / ↑ K', t('help.keys.move')], ['Enter', t('help.keys.open')], ['Ctrl+Enter', t('call.answer.save')], ['Esc', t('help.keys.close')],
            ...ITEM_STATE_KEYS.map(([key, state]): Row => [key, t(`common.state.${state}`)]), ['Q', t('help.keys.itemGap')], ['C', t('help.keys.itemConfirm')],
          ]}
        />
      </div>
    </section>
  );
}

type Row = readonly [keys: string, text: string];

/** Full-width forms of a mark do the same and need no line. */
function marks() {
  return Object.entries(LINE_MARKS).filter(([mark]) => /^[\x20-\x7e]$/u.test(mark));
}

function BrowserKeys() {
  const t = useTranslations('help.keys');
  const [set, setSet] = useState<Record<CommandName, string> | null>(null);
  useEffect(() => {
    let alive = true;
    const read = (): void => { void readShortcuts().then((keys) => { if (alive) setSet(keys); }); };
    read();
    // Changed on the browser's own page, and seen when one comes back.
    addEventListener('focus', read);
    return () => { alive = false; removeEventListener('focus', read); };
  }, []);
  const rows = COMMANDS.map((name): Row => [set?.[name] ?? '', t(COMMAND_TEXTS[name])]);
  return <Group title={t('browser')} lead={t('browserLead', { address: 'chrome://extensions/shortcuts' })} rows={rows} unset={set ? t('unset') : '…'} />;
}

function Group({ title, lead, rows, unset = '' }: { title: string; lead?: string; rows: readonly Row[]; unset?: string }) {
  return (
    <div className="card">
      <h3>{title}</h3>
      {lead ? <p className="soft">{lead}</p> : null}
      <dl className="help-list">
        {rows.map(([keys, text]) => (
          <div key={text}><dt>{keys === '' ? <span className="soft">{unset}</span> : <kbd>{keys}</kbd>}</dt><dd>{text}</dd></div>
        ))}
      </dl>
    </div>
  );
}

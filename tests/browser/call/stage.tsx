import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import '@/components/app/app.css';
import { Providers } from '@/components/app/Providers';
import { libraryTexts } from '@/utils/i18n/library-texts';
import { usePanelStore } from '@/components/app/panel-store';
import { db } from '@/utils/db/database';
import type { Language, Theme } from '@/utils/settings/preferences';
import { preferences } from '@/utils/settings/preferences';

const initial = usePanelStore.getState();
/** What the test before left mounted: its live queries must not write into the next one's database. */
let mounted: { unmount: () => void } | null = null;

function unmountLast(): void {
  mounted?.unmount();
  mounted = null;
}

/** Mounts a screen as a panel would, on an empty database, in a language and theme; `before` finds the page without the app. */
export async function stage(node: ReactNode, language: Language, theme: Theme = 'light', before: () => void = () => undefined): Promise<() => void> {
  await preferences.setValue({ language, theme, name: '박서연' });
  usePanelStore.setState(initial, true);
  const host = document.createElement('div');
  host.id = 'root';
  host.style.height = '100vh';
  document.body.className = '';
  document.body.replaceChildren(host);
  unmountLast();
  before();
  const root = createRoot(host);
  mounted = root;
  root.render(<Providers load={libraryTexts}>{node}</Providers>);
  return () => { if (mounted === root) unmountLast(); };
}

/** Empties every table, so that a test begins with nothing. */
export async function emptyDatabase(): Promise<void> {
  unmountLast();
  await db.open();
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((t) => t.clear())));
}

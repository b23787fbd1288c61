import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import '@/components/app/app.css';
import { Providers } from '@/components/app/Providers';
import { usePanelStore } from '@/components/app/panel-store';
import { db } from '@/utils/db/database';
import type { Language, Theme } from '@/utils/settings/preferences';
import { preferences } from '@/utils/settings/preferences';

const initial = usePanelStore.getState();

/** Mounts a screen as a panel would, on an empty database, in a language and theme. */
export async function stage(node: ReactNode, language: Language, theme: Theme = 'light'): Promise<() => void> {
  await preferences.setValue({ language, theme, name: '박서연' });
  usePanelStore.setState(initial, true);
  const host = document.createElement('div');
  host.id = 'root';
  host.style.height = '100vh';
  document.body.replaceChildren(host);
  const root = createRoot(host);
  root.render(<Providers surface="library">{node}</Providers>);
  return () => { root.unmount(); };
}

/** Empties every table, so that a test begins with nothing. */
export async function emptyDatabase(): Promise<void> {
  await db.open();
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((t) => t.clear())));
}

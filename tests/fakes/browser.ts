/**
 * A small stand-in for the extension API, with Chrome's own contracts where WXT's fake differs:
 * `onMessage` answers through `sendResponse` + `return true`, and "nobody listens" is an error.
 */

type Listener<A extends unknown[]> = (...args: A) => unknown;

export interface FakeEvent<A extends unknown[]> {
  addListener: (listener: Listener<A>) => void;
  removeListener: (listener: Listener<A>) => void;
  hasListener: (listener: Listener<A>) => boolean;
  hasListeners: () => boolean;
  /** Tests fire it; returns what the listeners returned. */
  trigger: (...args: A) => unknown[];
  reset: () => void;
}

export function fakeEvent<A extends unknown[]>(): FakeEvent<A> {
  let listeners: Listener<A>[] = [];
  return {
    addListener: (listener) => {
      if (!listeners.includes(listener)) listeners.push(listener);
    },
    removeListener: (listener) => {
      listeners = listeners.filter((one) => one !== listener);
    },
    hasListener: (listener) => listeners.includes(listener),
    hasListeners: () => listeners.length > 0,
    trigger: (...args) => listeners.map((listener) => listener(...args)),
    reset: () => {
      listeners = [];
    },
  };
}

export interface MessageSender {
  id: string;
  url?: string;
  origin?: string;
  tab?: { id: number; windowId: number; url: string };
  frameId?: number;
}
type MessageArgs = [message: unknown, sender: MessageSender, sendResponse: (answer?: unknown) => void];

const NOBODY = 'Could not establish connection. Receiving end does not exist.';

/** Delivers one message as Chrome does: first answer wins, JSON on the wire, `true` keeps the door open. */
export function deliver(event: FakeEvent<MessageArgs>, message: unknown, sender: MessageSender): Promise<unknown> {
  if (!event.hasListeners()) return Promise.reject(new Error(NOBODY));
  return new Promise((resolve) => {
    const kept = event.trigger(overTheWire(message), sender, (answer) => {
      resolve(overTheWire(answer));
    });
    if (!kept.includes(true)) queueMicrotask(() => { resolve(undefined); });
  });
}

function overTheWire(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;

function fakeStorageArea(everyArea: FakeEvent<[Changes, string]>, name: string) {
  let rows: Record<string, unknown> = {};
  const onChanged = fakeEvent<[Changes]>();
  const tell = (changes: Changes): void => {
    if (Object.keys(changes).length === 0) return;
    onChanged.trigger(changes);
    everyArea.trigger(changes, name);
  };
  const keysOf = (keys: string | string[] | Record<string, unknown> | null | undefined): string[] => {
    if (keys === null || keys === undefined) return Object.keys(rows);
    if (typeof keys === 'string') return [keys];
    return Array.isArray(keys) ? keys : Object.keys(keys);
  };
  return {
    onChanged,
    get: async (keys?: string | string[] | Record<string, unknown> | null) => {
      const fallback = keys && typeof keys === 'object' && !Array.isArray(keys) ? keys : {};
      const found = keysOf(keys).filter((key) => key in rows).map((key) => [key, structuredClone(rows[key])]);
      return Promise.resolve({ ...fallback, ...(Object.fromEntries(found) as Record<string, unknown>) });
    },
    set: async (items: Record<string, unknown>) => {
      const changes = Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { oldValue: rows[key], newValue }]));
      rows = { ...rows, ...structuredClone(items) };
      tell(changes);
      return Promise.resolve();
    },
    remove: async (keys: string | string[]) => {
      const gone = keysOf(keys).filter((key) => key in rows);
      const changes = Object.fromEntries(gone.map((key) => [key, { oldValue: rows[key] }]));
      rows = Object.fromEntries(Object.entries(rows).filter(([key]) => !gone.includes(key)));
      tell(changes);
      return Promise.resolve();
    },
    clear: async () => {
      rows = {};
      return Promise.resolve();
    },
    getBytesInUse: async () => Promise.resolve(JSON.stringify(rows).length),
    reset: () => {
      rows = {};
      onChanged.reset();
    },
  };
}

const EXTENSION_ID = 'batonbatonbatonbatonbatonbatonba';
const storageChanged = fakeEvent<[Changes, string]>();
const areas = {
  local: fakeStorageArea(storageChanged, 'local'),
  session: { ...fakeStorageArea(storageChanged, 'session'), setAccessLevel: async () => Promise.resolve() },
  sync: fakeStorageArea(storageChanged, 'sync'),
  managed: fakeStorageArea(storageChanged, 'managed'),
};
const events = {
  message: fakeEvent<MessageArgs>(),
  tabMessage: fakeEvent<MessageArgs>(),
  installed: fakeEvent<[{ reason: string }]>(),
  startup: fakeEvent<[]>(),
  updateAvailable: fakeEvent<[{ version: string }]>(),
  suspend: fakeEvent<[]>(),
  clicked: fakeEvent<[{ id: number; windowId: number; url: string }]>(),
  command: fakeEvent<[string, { id: number; windowId: number } | undefined]>(),
  tabRemoved: fakeEvent<[number, { windowId: number; isWindowClosing: boolean }]>(),
  tabUpdated: fakeEvent<[number, { url?: string; status?: string }, { id: number; url?: string }]>(),
  tabActivated: fakeEvent<[{ tabId: number; windowId: number }]>(),
  tabReplaced: fakeEvent<[number, number]>(),
  menu: fakeEvent<[Record<string, unknown>, { id: number } | undefined]>(),
  windowFocus: fakeEvent<[number]>(),
  windowRemoved: fakeEvent<[number]>(),
};
const SELF: MessageSender = { id: EXTENSION_ID, url: `chrome-extension://${EXTENSION_ID}/sidepanel.html` };

/** What was called on the parts that have no behaviour here: `['action.setBadgeText', {...}]`. */
export const calls: [name: string, ...args: unknown[]][] = [];
function recorded(name: string, answer?: unknown) {
  return async (...args: unknown[]): Promise<unknown> => {
    calls.push([name, ...args]);
    return Promise.resolve(answer);
  };
}

export const browser = {
  runtime: {
    id: EXTENSION_ID,
    getURL: (path: string) => `chrome-extension://${EXTENSION_ID}/${path.replace(/^\//, '')}`,
    getManifest: () => ({ manifest_version: 3, name: 'Baton', version: '0.0.0' }),
    sendMessage: async (message: unknown) => deliver(events.message, message, SELF),
    onMessage: events.message,
    onInstalled: events.installed,
    onStartup: events.startup,
    onUpdateAvailable: events.updateAvailable,
    reload: recorded('runtime.reload'),
    onSuspend: events.suspend,
    openOptionsPage: recorded('runtime.openOptionsPage'),
    getContexts: recorded('runtime.getContexts', []),
  },
  storage: { ...areas, onChanged: storageChanged },
  tabs: {
    query: recorded('tabs.query', []),
    get: recorded('tabs.get'),
    create: recorded('tabs.create'),
    update: recorded('tabs.update'),
    sendMessage: async (_tabId: number, message: unknown) => deliver(events.tabMessage, message, SELF),
    onRemoved: events.tabRemoved,
    onUpdated: events.tabUpdated,
    onActivated: events.tabActivated,
    onReplaced: events.tabReplaced,
  },
  windows: {
    WINDOW_ID_NONE: -1,
    create: recorded('windows.create'),
    getCurrent: recorded('windows.getCurrent', { id: 1 }),
    onFocusChanged: events.windowFocus,
    onRemoved: events.windowRemoved,
  },
  action: {
    setBadgeText: recorded('action.setBadgeText'),
    getBadgeText: recorded('action.getBadgeText', ''),
    setBadgeBackgroundColor: recorded('action.setBadgeBackgroundColor'),
    setTitle: recorded('action.setTitle'),
    setPopup: recorded('action.setPopup'),
    onClicked: events.clicked,
  },
  contextMenus: { create: recorded('contextMenus.create'), remove: recorded('contextMenus.remove'), removeAll: recorded('contextMenus.removeAll'), onClicked: events.menu },
  sidePanel: { open: recorded('sidePanel.open'), setOptions: recorded('sidePanel.setOptions'), setPanelBehavior: recorded('sidePanel.setPanelBehavior') },
  commands: { onCommand: events.command, getAll: recorded('commands.getAll', []) },
  i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
  permissions: { contains: recorded('permissions.contains', true), request: recorded('permissions.request', true) },
};

/** Everything as after a fresh start: no rows, no listeners, no recorded calls. */
export function resetFakeBrowser(): void {
  for (const area of Object.values(areas)) area.reset();
  for (const event of Object.values(events)) event.reset();
  storageChanged.reset();
  calls.length = 0;
}

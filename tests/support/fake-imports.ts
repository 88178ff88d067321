/**
 * Stands in for `#imports` in unit tests: the parts of `browser` that the product uses, in memory.
 * Tests import `fakeBrowser` from this file to steer it and call `fakeBrowser.reset()` between tests.
 */

type Listener = (...args: never[]) => unknown;

/** A browser event: `emit` calls the listeners in order and returns what they returned. */
export class FakeEvent<L extends Listener = Listener> {
  readonly listeners = new Set<L>();
  addListener = (listener: L): void => {
    this.listeners.add(listener);
  };
  removeListener = (listener: L): void => {
    this.listeners.delete(listener);
  };
  hasListener = (listener: L): boolean => this.listeners.has(listener);
  emit(...args: Parameters<L>): unknown[] {
    return [...this.listeners].map((listener) => listener(...args));
  }
}

export interface StorageChange {
  oldValue?: unknown;
  newValue?: unknown;
}
type Changed = (changes: Record<string, StorageChange>, area: string) => void;
type AreaName = 'local' | 'session' | 'sync' | 'managed';

class FakeArea {
  readonly values = new Map<string, unknown>();
  readonly onChanged = new FakeEvent<(changes: Record<string, StorageChange>) => void>();
  readonly #name: AreaName;
  readonly #all: FakeEvent<Changed>;

  constructor(name: AreaName, all: FakeEvent<Changed>) {
    this.#name = name;
    this.#all = all;
  }

  get = async (keys?: string | string[] | Record<string, unknown> | null) => {
    if (keys === undefined || keys === null) return structuredClone(Object.fromEntries(this.values));
    const defaults = typeof keys === 'object' && !Array.isArray(keys) ? keys : {};
    const wanted = typeof keys === 'string' ? [keys] : Array.isArray(keys) ? keys : Object.keys(keys);
    const found = wanted
      .filter((key) => this.values.has(key) || key in defaults)
      .map((key) => [key, this.values.has(key) ? this.values.get(key) : defaults[key]]);
    return structuredClone(Object.fromEntries(found)) as Record<string, unknown>;
  };

  set = async (items: Record<string, unknown>) => {
    const changes: Record<string, StorageChange> = {};
    for (const [key, value] of Object.entries(structuredClone(items))) {
      changes[key] = { oldValue: this.values.get(key), newValue: value };
      this.values.set(key, value);
    }
    this.#announce(changes);
  };

  remove = async (keys: string | string[]) => {
    const changes: Record<string, StorageChange> = {};
    for (const key of [keys].flat()) {
      if (!this.values.has(key)) continue;
      changes[key] = { oldValue: this.values.get(key) };
      this.values.delete(key);
    }
    this.#announce(changes);
  };

  clear = () => this.remove([...this.values.keys()]);

  setAccessLevel = async () => {};

  #announce(changes: Record<string, StorageChange>) {
    if (!Object.keys(changes).length) return;
    this.onChanged.emit(changes);
    this.#all.emit(changes, this.#name);
  }
}

type MessageListener = (
  message: unknown,
  sender: Record<string, unknown>,
  sendResponse: (answer: unknown) => void,
) => unknown;

function makeRuntime() {
  return {
    /** undefined once the extension was updated under the page */
    id: 'deckhand-in-a-test' as string | undefined,
    onMessage: new FakeEvent<MessageListener>(),
    onInstalled: new FakeEvent(),
    onStartup: new FakeEvent(),
    onConnect: new FakeEvent(),
    onSuspend: new FakeEvent(),
    getURL: (path: string) => `chrome-extension://deckhand-in-a-test/${path.replace(/^\//, '')}`,
    getManifest: () => ({ manifest_version: 3, name: 'Deckhand', version: '0.0.0' }),
    getPlatformInfo: async () => ({ os: 'linux', arch: 'x86-64' }),
    openOptionsPage: async () => {},
    reload: () => {},
    lastError: undefined,
    /** Answers through `fakeBrowser.answer`. */
    sendMessage: async (message: unknown): Promise<unknown> => {
      if (!fakeBrowser.browser.runtime.id) throw new Error('Extension context invalidated.');
      fakeBrowser.sent.push(structuredClone(message));
      return fakeBrowser.answer(message);
    },
  };
}

function makeBrowser() {
  const onChanged = new FakeEvent<Changed>();
  const granted = { origins: new Set<string>(), permissions: new Set<string>() };
  type Asked = { origins?: string[]; permissions?: string[] };
  const covers = (asked: Asked) =>
    (asked.origins ?? []).every((origin) => granted.origins.has(origin)) &&
    (asked.permissions ?? []).every((permission) => granted.permissions.has(permission));
  const permissions = {
    onAdded: new FakeEvent<(asked: Asked) => void>(),
    onRemoved: new FakeEvent<(asked: Asked) => void>(),
    contains: async (asked: Asked) => covers(asked),
    getAll: async () => ({ origins: [...granted.origins], permissions: [...granted.permissions] }),
    request: async (asked: Asked) => {
      if (!fakeBrowser.grants) return false;
      for (const origin of asked.origins ?? []) granted.origins.add(origin);
      for (const permission of asked.permissions ?? []) granted.permissions.add(permission);
      permissions.onAdded.emit(asked);
      return true;
    },
    remove: async (asked: Asked) => {
      for (const origin of asked.origins ?? []) granted.origins.delete(origin);
      permissions.onRemoved.emit(asked);
      return true;
    },
  };
  const scripts = new Map<string, { id: string } & Record<string, unknown>>();
  return {
    runtime: makeRuntime(),
    storage: {
      onChanged,
      local: new FakeArea('local', onChanged),
      session: new FakeArea('session', onChanged),
      sync: new FakeArea('sync', onChanged),
    },
    permissions,
    i18n: {
      getUILanguage: () => fakeBrowser.language,
      getMessage: (key: string) => key,
      getAcceptLanguages: async () => [fakeBrowser.language],
    },
    tabs: {
      onRemoved: new FakeEvent(),
      onUpdated: new FakeEvent(),
      onActivated: new FakeEvent(),
      query: async (_filter?: object): Promise<Record<string, unknown>[]> => fakeBrowser.tabs,
      get: async (id: number) => fakeBrowser.tabs.find((tab) => tab.id === id),
      create: async (properties: Record<string, unknown>) => {
        const tab = { id: fakeBrowser.tabs.length + 1, ...properties };
        fakeBrowser.tabs.push(tab);
        return tab;
      },
      update: async (id: number, properties: Record<string, unknown>) =>
        Object.assign(fakeBrowser.tabs.find((tab) => tab.id === id) ?? {}, properties),
      sendMessage: async (tabId: number, message: unknown, options?: object): Promise<unknown> => {
        fakeBrowser.sentToTabs.push({ tabId, message: structuredClone(message), options });
        return fakeBrowser.answerFromTab(message);
      },
    },
    scripting: {
      executeScript: async (_injection: Record<string, unknown>): Promise<unknown[]> => [],
      getRegisteredContentScripts: async (filter?: { ids?: string[] }) =>
        [...scripts.values()].filter((script) => !filter?.ids || filter.ids.includes(script.id)),
      registerContentScripts: async (added: ({ id: string } & Record<string, unknown>)[]) => {
        for (const script of added) {
          if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          scripts.set(script.id, script);
        }
      },
      updateContentScripts: async (changed: ({ id: string } & Record<string, unknown>)[]) => {
        for (const script of changed) scripts.set(script.id, { ...scripts.get(script.id), ...script });
      },
      unregisterContentScripts: async (filter?: { ids?: string[] }) => {
        for (const id of filter?.ids ?? [...scripts.keys()]) scripts.delete(id);
      },
    },
    action: {
      onClicked: new FakeEvent(),
      openPopup: async () => {},
      setBadgeText: async (_details: object) => {},
      setBadgeBackgroundColor: async (_details: object) => {},
      getBadgeText: async (_details: object) => '',
      setTitle: async (_details: object) => {},
    },
    alarms: {
      onAlarm: new FakeEvent<(alarm: { name: string }) => void>(),
      create: async (_name: string, _info: object) => {},
      get: async (_name: string) => undefined,
      clear: async (_name: string) => true,
    },
    commands: { onCommand: new FakeEvent(), getAll: async () => [] },
    contextMenus: { onClicked: new FakeEvent(), create: () => {}, removeAll: async () => {} },
  };
}

/** The lever of the tests. */
export const fakeBrowser = {
  browser: makeBrowser(),
  /** what the background answers to `runtime.sendMessage`; `undefined` means that nobody answered */
  answer: (_message: unknown): unknown => undefined,
  /** what a tab's script answers to `tabs.sendMessage` */
  answerFromTab: (_message: unknown): unknown => undefined,
  /** every message sent to the background, oldest first */
  sent: [] as unknown[],
  sentToTabs: [] as { tabId: number; message: unknown; options?: object | undefined }[],
  tabs: [] as Record<string, unknown>[],
  language: 'en',
  /** whether the person agrees when permissions are asked for */
  grants: true,
  /** Everything as at the start. The exported `browser` object stays the same, its contents are new. */
  reset(): void {
    Object.assign(this.browser, makeBrowser());
    this.answer = () => undefined;
    this.answerFromTab = () => undefined;
    this.sent = [];
    this.sentToTabs = [];
    this.tabs = [];
    this.language = 'en';
    this.grants = true;
  },
  /** The extension was updated or removed under the page. */
  invalidate(): void {
    this.browser.runtime.id = undefined;
  },
};

export const browser = fakeBrowser.browser;

import { browser } from '#imports';

/** What a notification says and where its press leads. */
export interface Notice {
  /** decides which one it is: the same id never stands there twice */
  id: string;
  title: string;
  message: string;
}

/** Addresses of the watch that a notification opens, in its id: nothing else is left of it when it is pressed. */
const prefix = 'watch:';

/** @param competitorId null: it is about several */
export const noticeId = (telling: string, competitorId: string | null): string =>
  `${prefix}${competitorId ?? ''}:${telling}`;

/** Of the cases: one notification, which a newer one replaces. */
export const casesNoticeId = 'queue:overdue';

/** Of permissions that end soon. */
export const rightsNoticeId = 'rights:ending';

/** The page of the dashboard that a notification is about; null: it is none of these. */
export function noticeRoute(id: string): string | null {
  if (id === casesNoticeId) return '#/queue';
  if (id === rightsNoticeId) return '#/rights?view=expiring';
  if (!id.startsWith(prefix)) return null;
  const [competitorId] = id.slice(prefix.length).split(':');
  return competitorId ? `#/watch/${competitorId}` : '#/watch?show=unread';
}

/** The browser's notifications; undefined without the permission, or in a browser that has none. */
const api = () => browser.notifications as typeof browser.notifications | undefined;

export const canNotify = (): boolean => api() !== undefined;

/** Whether a notification stands there still. */
export async function isShown(id: string): Promise<boolean> {
  return id in ((await api()?.getAll()) ?? {});
}

/** Shows a notification. It fails where the permission was taken away meanwhile. */
export async function notify({ id, title, message }: Notice): Promise<void> {
  const iconUrl = browser.runtime.getURL('/icon/128.png');
  await api()?.create(id, { type: 'basic', iconUrl, title, message });
}

const withListener = new WeakSet<object>();

/** Opens what a notification is about when it is pressed. To be called at each start, and when the permission comes. */
export function listenToNotices(): void {
  const notifications = api();
  if (!notifications || withListener.has(notifications.onClicked)) return;
  withListener.add(notifications.onClicked);
  notifications.onClicked.addListener((id) => void open(id));
}

async function open(id: string): Promise<void> {
  const route = noticeRoute(id);
  if (route === null) return;
  const tab = await browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html') + route });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  await api()?.clear(id);
}

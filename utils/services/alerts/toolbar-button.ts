import { browser } from '#imports';
import { backgroundWords } from '../background-words.ts';
import { badgeColors, badgeText } from './badge-rule.ts';

/*
 * The only file that writes on the toolbar button. What is of a tab stands in that tab's own letters and covers the news, which are of all
 * tabs; taking it away (null, not an empty text) lets them through again. Nothing is remembered here: the browser knows what it shows.
 */

/** Lets the letters of all tabs through again; both browsers know it, the types do not. */
const none = null as unknown as string;

const nothing = { asks: false, picture: null, overdue: 0, unread: 0 };

async function asksIn(tabId: number): Promise<boolean> {
  return (await browser.action.getBadgeText({ tabId })) === badgeText({ ...nothing, asks: true });
}

/** Ends what a tab's button said. */
async function clear(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: none });
  await browser.action.setBadgeBackgroundColor({ tabId, color: badgeColors.plain });
  await browser.action.setTitle({ tabId, title: '' });
}

/** Says on the button of a tab that a question waits in the popup. */
export async function showAsking(tabId: number): Promise<void> {
  const t = await backgroundWords();
  await browser.action.setBadgeBackgroundColor({ tabId, color: badgeColors.asks });
  await browser.action.setBadgeText({ tabId, text: badgeText({ ...nothing, asks: true }) });
  await browser.action.setTitle({ tabId, title: t('badge_confirm') });
}

/** The popup of a tab was opened: what waited there is answered. A picture goes on and says so with its next part. */
export const clearAsking = clear;

/** Says on the button of a tab how far its picture is, null: that it is done; a question that waits there stays. */
export async function showPicture(tabId: number, share: number | null): Promise<void> {
  if (await asksIn(tabId)) return;
  if (share === null) return clear(tabId);
  const text = badgeText({ ...nothing, picture: share });
  const t = await backgroundWords();
  await browser.action.setBadgeText({ tabId, text });
  await browser.action.setTitle({ tabId, title: t('badge_picture', { share: text }) });
}

/** Says on every tab's button how many cases wait too long; where none does, how many changes nobody has read. Its title says both. */
export async function showUnread(unread: number, overdue = 0): Promise<void> {
  const text = badgeText({ ...nothing, overdue, unread });
  const t = await backgroundWords();
  const lines = [
    ...(overdue > 0 ? [t('badge_overdue', { count: overdue })] : []),
    ...(unread > 0 ? [t('badge_unread', { count: unread })] : []),
  ];
  await browser.action.setBadgeBackgroundColor({ color: overdue > 0 ? badgeColors.late : badgeColors.plain });
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title: lines.join('\n') });
}

import { browser } from '#imports';
import { ok, type Result } from '../domain/result.ts';
import { backgroundWords } from './background-words.ts';

/**
 * A click in the page that may not be the person's own is asked again where the page cannot reach: in the popup. Where the
 * browser does not let us open it, a mark on the toolbar button says that something waits.
 */
export async function askInPopup(tabId: number | undefined): Promise<Result<Record<string, never>>> {
  try {
    await browser.action.openPopup();
  } catch {
    const tab = tabId === undefined ? {} : { tabId };
    const t = await backgroundWords();
    await browser.action.setBadgeBackgroundColor({ color: '#b3530a' });
    await browser.action.setBadgeText({ text: '!', ...tab });
    await browser.action.setTitle({ title: t('badge_confirm'), ...tab });
  }
  return ok({});
}

/** Takes the mark away: the popup has been opened. */
export async function clearBadge(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ text: '', tabId });
  await browser.action.setTitle({ title: '', tabId });
}

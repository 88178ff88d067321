import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type ButtonState, badgeText } from '../../../utils/services/alerts/badge-rule.ts';
import {
  clearAsking,
  showAsking,
  showPicture,
  showUnread,
} from '../../../utils/services/alerts/toolbar-button.ts';
import { browser, fakeBrowser } from '../../support/fake-imports.ts';

const quiet: ButtonState = { asks: false, picture: null, overdue: 0, unread: 0 };

describe('what the toolbar button says', () => {
  test.each<[string, Partial<ButtonState>, string]>([
    ['nothing', {}, ''],
    ['how many are unread', { unread: 7 }, '7'],
    ['no more digits than fit', { unread: 99 }, '99'],
    ['that there are more', { unread: 100 }, '99+'],
    ['a picture before the news', { picture: 0.636, unread: 7 }, '64%'],
    ['a picture that has just begun', { picture: 0, unread: 7 }, '0%'],
    ['who waits too long before the news', { overdue: 2, unread: 7 }, '2'],
    ['a picture before who waits', { picture: 0.5, overdue: 2 }, '50%'],
    ['a question before both', { asks: true, picture: 0.5, unread: 7 }, '!'],
  ])('%s', (_words, state, text) => {
    expect(badgeText({ ...quiet, ...state })).toBe(text);
  });
});

/** A button as the browsers have it: letters of a tab cover those of all tabs, `null` lets these through again, '' hides them. */
function button() {
  const ofTab = new Map<number, string>();
  let ofAll = '';
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async (details) => {
    const { tabId, text } = details as { tabId?: number; text: string | null };
    if (tabId === undefined) ofAll = text ?? '';
    else if (text === null) ofTab.delete(tabId);
    else ofTab.set(tabId, text);
  });
  const on = (tabId: number) => ofTab.get(tabId) ?? ofAll;
  vi.spyOn(browser.action, 'getBadgeText').mockImplementation(async (details) =>
    on((details as { tabId: number }).tabId),
  );
  return on;
}

describe('the button', () => {
  let on: ReturnType<typeof button>;
  beforeEach(() => {
    fakeBrowser.reset();
    on = button();
  });

  test('of every tab shows the news; that of a tab with a question the question, until its popup was opened', async () => {
    await showUnread(3);
    await showAsking(4);
    expect([on(4), on(5)]).toEqual(['!', '3']);
    await showUnread(4);
    expect([on(4), on(5)]).toEqual(['!', '4']);
    await clearAsking(4);
    expect([on(4), on(5)]).toEqual(['4', '4']);
  });

  test('shows the news again when a picture is done', async () => {
    await showUnread(3);
    await showPicture(4, 0.5);
    expect([on(4), on(5)]).toEqual(['50%', '3']);
    await showPicture(4, null);
    expect(on(4)).toBe('3');
  });

  test('a picture does not cover a question, nor take it away; it goes on when that is answered', async () => {
    await showPicture(4, 0.2);
    await showAsking(4);
    await showPicture(4, 0.4);
    expect(on(4)).toBe('!');
    await clearAsking(4);
    await showPicture(4, 0.6);
    expect(on(4)).toBe('60%');
    await showAsking(4);
    await showPicture(4, null);
    expect(on(4)).toBe('!');
  });

  test('news that are read go away', async () => {
    await showUnread(3);
    await showUnread(0);
    expect(on(4)).toBe('');
  });
});

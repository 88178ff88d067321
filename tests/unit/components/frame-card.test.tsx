// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Card } from '../../../components/frame/card.tsx';
import { changesSinceLast } from '../../../components/frame/count-changes.ts';
import type { CreatorView } from '../../../utils/domain/creator.ts';
import type { FrameContext } from '../../../utils/domain/frame-context.ts';
import { common } from '../../../utils/i18n/locales/en/common.ts';
import { fakeBrowser } from '../../support/fake-imports.ts';
import { card, id, makeView, observation } from './frame-samples.ts';

let context: FrameContext | null;
let view: CreatorView;
let answers: Record<string, unknown>;
const onClose = vi.fn();
const onHeight = vi.fn();
const sent = (type: string) =>
  fakeBrowser.sent.filter((message) => (message as { type: string }).type === type) as {
    input: Record<string, unknown>;
  }[];
const show = () => render(<Card browserLanguage="en-GB" onClose={onClose} onHeight={onHeight} />);

/** Presses a button once it may be pressed: the card first makes sure that it is really visible. */
async function press(words: string): Promise<void> {
  const button = (await screen.findByText(words)).closest('button');
  await vi.waitFor(() => expect(button?.disabled).toBe(false));
  if (button) fireEvent.click(button);
}

beforeEach(() => {
  fakeBrowser.reset();
  context = card;
  view = makeView();
  answers = {};
  onClose.mockReset();
  onHeight.mockReset();
  vi.stubGlobal('IntersectionObserverEntry', class {});
  const settings = { language: 'auto', theme: 'auto', market: 'cross-border' };
  fakeBrowser.answer = (message) => {
    const { type } = message as { type: string };
    if (type in answers) return answers[type];
    if (type === 'settings.get') return { ok: true, value: settings };
    if (type === 'frame.context') return { ok: true, value: context };
    if (type === 'tag.suggest') return { ok: true, value: { names: ['vip'] } };
    return { ok: true, value: type === 'account.claim' || type === 'operation.undo' ? {} : view };
  };
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('says who was saved, with rounded numbers marked and missing facts named with their reason', async () => {
  show();
  expect(await screen.findByText('Saved to your creator list.')).toBeTruthy();
  expect(screen.getByText('rounded').getAttribute('title')).toContain('12.3K');
  expect(screen.getByText('Location: not on the page')).toBeTruthy();
});

test('markup in names and bios stays text', async () => {
  const { container } = show();
  expect(await screen.findByRole('heading', { level: 1, name: /onerror/ })).toBeTruthy();
  expect(container.querySelectorAll('img, script')).toHaveLength(0);
  expect(screen.getByText('<script>alert(1)</script>')).toBeTruthy();
});

test('every fact says where it stood and when it was read', async () => {
  show();
  await screen.findByText('What was read, and where it stood');
  expect(screen.getByText(/^data inside the page, .*2026/)).toBeTruthy();
  expect(screen.getByText(/^description in the page’s head, .*2026/)).toBeTruthy();
});

test('the heading gets the focus', async () => {
  show();
  const heading = await screen.findByRole('heading', { level: 1, name: /Lin/ });
  window.dispatchEvent(new Event('focus'));
  expect(document.activeElement).toBe(heading);
});

test('do-not-contact is said before anything else', async () => {
  view = makeView({ doNotContact: true });
  show();
  const warning = await screen.findByText('Do not contact this creator.');
  const saved = screen.getByText('Saved to your creator list.');
  expect(warning.compareDocumentPosition(saved) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test('undo takes back the capture that led here, and says so only when it is done', async () => {
  answers['operation.undo'] = { ok: false, code: 'changed-since', message: '' };
  show();
  await press('Undo saving');
  expect(await screen.findByText(common['error_changed-since'])).toBeTruthy();
  expect(screen.queryByText(/Taken back/)).toBeNull();
  delete answers['operation.undo'];
  await press('Undo saving');
  expect(await screen.findByText(/Taken back/)).toBeTruthy();
  expect(sent('operation.undo').at(-1)?.input).toMatchObject({ undo: id(9) });
});

test('undo takes back first what was completed in the card, the newest first', async () => {
  show();
  const notes = await screen.findByLabelText('Notes');
  for (const text of ['one', 'two']) {
    fireEvent.input(notes, { target: { value: text } });
    await press('Save');
    await screen.findByText('Saved');
  }
  await vi.waitFor(() => expect(sent('creator.update')).toHaveLength(2));
  await press('Undo saving');
  expect(await screen.findByText(/Taken back/)).toBeTruthy();
  const edits = sent('creator.update').map(({ input }) => input.operationId);
  expect(sent('operation.undo').map(({ input }) => input.undo)).toEqual([...edits.reverse(), id(9)]);
});

test('"this is us" claims the account and takes the capture back', async () => {
  show();
  await press('This is us');
  expect(await screen.findByText(/Noted as our own account/)).toBeTruthy();
  expect(sent('account.claim')[0]?.input).toMatchObject({ account: card.account, undo: id(9) });
});

test('a card that was only opened has nothing to undo', async () => {
  const { operationId: _, ...opened } = card;
  context = { ...opened, outcome: 'opened' };
  show();
  expect(await screen.findByText('In your creator list.')).toBeTruthy();
  expect(screen.queryByText(/^Undo/)).toBeNull();
});

test('Escape with nothing typed closes at once', async () => {
  show();
  await screen.findByText('Undo saving');
  fireEvent.keyDown(window, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledTimes(1);
  expect(sent('creator.update')).toHaveLength(0);
});

test('Escape that ends a composition does not close', async () => {
  show();
  await screen.findByText('Undo saving');
  fireEvent.keyDown(window, { key: 'Escape', isComposing: true });
  expect(onClose).not.toHaveBeenCalled();
});

test('what was typed is saved before the card closes', async () => {
  show();
  fireEvent.input(await screen.findByLabelText('Notes'), { target: { value: 'sends pans' } });
  await screen.findByText('Save');
  fireEvent.keyDown(window, { key: 'Escape' });
  expect(onClose).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  expect(sent('creator.update')[0]?.input).toMatchObject({ changes: { notes: 'sends pans' } });
});

test('where it cannot be saved the card stays and says so, and the next Escape closes', async () => {
  answers['creator.update'] = { ok: false, code: 'quota', message: '' };
  show();
  fireEvent.input(await screen.findByLabelText('Notes'), { target: { value: 'sends pans' } });
  fireEvent.keyDown(window, { key: 'Escape' });
  expect(await screen.findByText(common.error_quota)).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.keyDown(window, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('going back into the page saves what was typed', async () => {
  show();
  fireEvent.input(await screen.findByLabelText('Notes'), { target: { value: 'sends pans' } });
  fireEvent.blur(window);
  await vi.waitFor(() => expect(sent('creator.update')).toHaveLength(1));
  expect(onClose).not.toHaveBeenCalled();
});

test('a covered card writes nothing and says why', async () => {
  type Callback = (entries: object[]) => void;
  const callbacks: Callback[] = [];
  vi.stubGlobal(
    'IntersectionObserverEntry',
    class {
      get isVisible() {
        return true;
      }
    },
  );
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: Callback) {
        callbacks.push(callback);
      }
      observe() {}
      disconnect() {}
    },
  );
  const tell = (isVisible: boolean) => {
    for (const callback of callbacks) callback([{ isVisible, intersectionRatio: 1 }]);
  };
  show();
  const undo = (await screen.findByText('Undo saving')).closest('button');
  expect(undo?.disabled).toBe(true);
  tell(true);
  await vi.waitFor(() => expect(undo?.disabled).toBe(false));
  tell(false);
  // at once, long before it is said
  await vi.waitFor(() => expect(undo?.disabled).toBe(true), { timeout: 500 });
  expect(await screen.findByText(/covers or fades/)).toBeTruthy();
});

test('our own account is named with its brand and offers no saving', async () => {
  context = {
    surface: 'our-account',
    account: { platform: 'x', handle: 'tidewater', main: true },
    brandName: 'Tidewater',
  };
  show();
  expect(await screen.findByText(/belongs to Tidewater/)).toBeTruthy();
  expect(screen.queryByText('Save')).toBeNull();
});

test('a problem says what happened and keeps what is known; an unknown code is not shown raw', async () => {
  context = { surface: 'problem', code: 'nothing-to-save', url: 'https://x.com/lin', handle: 'lin' };
  const { unmount } = show();
  expect(
    await screen.findByText(common['error_nothing-to-save'].replace('{creator}', 'creator')),
  ).toBeTruthy();
  expect(screen.getByText('https://x.com/lin')).toBeTruthy();
  unmount();
  context = { surface: 'problem', code: 'toString', url: 'https://x.com/lin' };
  show();
  expect(await screen.findByText(common.error_internal)).toBeTruthy();
});

test('the height is reported in whole pixels', async () => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 380, 240.2));
  show();
  await screen.findByText('Undo saving');
  vi.restoreAllMocks();
  expect(onHeight).toHaveBeenCalledWith(241);
});

test('numbers are compared with the time before, and what one of the two lacks is no change', () => {
  const observations = (last: ReturnType<typeof observation>, previous?: ReturnType<typeof observation>) => ({
    observations: { count: 2, last, ...(previous ? { previous } : {}) },
  });
  expect(changesSinceLast(observations(observation(4, 140), observation(3, 100)))?.changes).toEqual([
    { name: 'followers', by: 40, rough: false },
  ]);
  expect(changesSinceLast(observations(observation(4, 140)))).toBeNull();
  const lost = { ...observation(4, 0), counts: {} };
  expect(changesSinceLast(observations(lost, observation(3, 100)))?.changes).toEqual([]);
});

import { newId } from '../../domain/new-id.ts';
import type { PaletteSight } from '../../domain/palette-sight.ts';
import type { InsertingKey } from '../../i18n/locales/en/inserting.ts';
import type { Translate } from '../../i18n/translate.ts';
import { ask, onChange, sendOnce } from '../../messaging/client.ts';
import { readHere } from '../features/capture.ts';
import { rememberFocus } from '../focus-memory.ts';
import { insertText } from '../insert/insert-text.ts';
import { readText } from '../insert/read-text.ts';
import { type RememberedEditor, rememberEditor, restoreEditor } from '../insert/remember-editor.ts';
import type { Page } from '../page.ts';
import { caretBox } from './caret-box.ts';
import { followInserted } from './follow-inserted.ts';
import { lookBeside } from './look-beside.ts';
import { makePaletteHost } from './palette-host.ts';
import type { LastPress, PaletteOrder, PalettePart } from './palette-slot.ts';
import { lookFrom, withReading } from './sight.ts';
import { walkStops } from './tab-stops.ts';
import { foldShortcut, type TypedShortcut } from './typed-shortcut.ts';
import { watchWriting } from './watch-writing.ts';

/** The page's own facts are read when the palette stands, in milliseconds after it was called: opening it comes first. */
const readAfter = 150;
/** How often one opening of the palette fetches a focus back that the page took. */
const fetchedAtMost = 3;

type Insert = Extract<PaletteOrder, { type: 'palette.insert' }>;

interface Opened {
  opening: string;
  editor: RememberedEditor | null;
  typed: string | undefined;
  giveBack: () => void;
  stop: AbortController;
  inserting: boolean;
}

/** The palette of one page: opens at the caret, inserts what was chosen there, and gives the focus back. It never sends anything. */
export function startPalette(
  page: Page,
  lastPress: LastPress,
  t: Translate<InsertingKey>,
  signal: AbortSignal,
  composing = false,
): PalettePart {
  const { document } = page;
  const view = document.defaultView;
  let shortcuts: ReadonlySet<string> = new Set();
  let opened: Opened | null = null;
  const beside = lookBeside(page, lastPress, signal);
  const replies = followInserted(document, signal);
  const writing = watchWriting(document, { known: () => shortcuts, heard: open, composing }, signal);

  const host = makePaletteHost(
    document,
    {
      title: t('inserting_title'),
      theme: page.theme,
      closed: () => close(true),
      blocked: () => page.toast(t('inserting_blocked')),
    },
    signal,
  );

  async function learn(fresh: boolean): Promise<void> {
    const answer = await ask('palette.ready', { fresh });
    if (signal.aborted || !answer.ok) return;
    shortcuts = new Set(answer.value.shortcuts.map(foldShortcut));
    host.ready();
  }

  function open(typed?: TypedShortcut): void {
    if (signal.aborted) return;
    // the hot key a second time: back to where the caret was
    if (opened) {
      close(true);
      return;
    }
    replies.settle();
    const editor = rememberEditor(document, signal);
    const focus = rememberFocus(document);
    host.ready();
    const stage = host.stage();
    const near = editor && stage ? caretBox(editor.element, stage) : null;
    const stop = new AbortController();
    signal.addEventListener('abort', () => stop.abort(), { signal: stop.signal });
    const opening = newId();
    opened = {
      opening,
      editor,
      typed: typed?.typed,
      giveBack: () => {
        if (!editor || !restoreEditor(editor)) focus();
      },
      stop,
      inserting: false,
    };
    host.show(near);
    leaveWith(stop.signal);
    void tell(lookFrom(page, editor, { opening, shortcut: typed?.shortcut, lastPress }), stop.signal);
  }

  /** Says what is to be seen from here, and once more when the page's own facts are read. */
  async function tell(sight: PaletteSight, until: AbortSignal): Promise<void> {
    const told = await ask('palette.open', { sight });
    if (until.aborted) return;
    if (!told.ok) {
      close(true);
      if (told.code === 'stale') page.stepBack(true);
      else page.toast(t('inserting_unreachable'));
      return;
    }
    if (sight.mode === 'message') return;
    await new Promise((done) => setTimeout(done, readAfter));
    if (until.aborted) return;
    const looked = await readHere(page, until);
    if (!until.aborted && looked.state === 'read' && looked.reading.kind !== 'blocked')
      await ask('palette.open', { sight: withReading(sight, looked.reading) });
  }

  /**
   * Whoever goes on in the page is done with the palette. A focus that no press brought there the page took back: some editors do so with what
   * was typed just before (Lexical), and dialogs keep the focus in. It is fetched again, and left to a page that insists.
   */
  function leaveWith(until: AbortSignal): void {
    let fetched = 0;
    const left = (event: Event) => {
      if (!event.isTrusted || opened?.inserting || event.composedPath().some((at) => host.isHost(at))) return;
      if (event.type !== 'focusin' || fetched >= fetchedAtMost) return close(false);
      fetched += 1;
      // in the next task: the page is in the midst of moving it
      setTimeout(() => !until.aborted && host.focus());
    };
    const options = { capture: true, passive: true, signal: until };
    view?.addEventListener('pointerdown', left, options);
    view?.addEventListener('focusin', left, options);
  }

  function close(back: boolean): void {
    if (!opened) return;
    const { opening, giveBack, stop } = opened;
    opened = null;
    stop.abort();
    // first the focus, then the frame: a frame that goes would drop the focus on the body
    if (back) giveBack();
    host.hide();
    void ask('palette.closed', { opening });
  }

  async function insert({ opening, text, caret, tabStops = [] }: Insert) {
    const now = opened?.opening === opening ? opened : beside.of(opening);
    if (!now || now.inserting) return { state: 'gone', reason: 'closed' };
    const { editor } = now;
    if (!editor) return { state: 'clipboard', reason: 'no-editor' };
    now.inserting = true;
    const pasteInPage = async (words: string) => {
      // once: a paste that was asked for a second time might be done a second time
      const answer = await sendOnce('palette.paste', { opening, text: words });
      // without an answer it may have been pasted: the executor must not try a second way
      if (!answer.ok) throw new Error(`no answer whether the paste was taken: ${answer.code}`);
      return answer.value.taken;
    };
    const before = readText(editor.element);
    // the page's signal and not the palette's: closing it half-way must not leave half an insertion
    const result = await insertText(
      editor,
      { text, caret, tabStops, replaceBefore: now.typed },
      pasteInPage,
      signal,
    );
    now.inserting = false;
    if (result.state !== 'inserted') return { state: result.state, reason: result.reason };
    if (now === opened) close(false);
    else beside.done();
    if (result.stops) walkStops(editor.element, result.stops, tabStops, signal);
    if (result.cut > 0) page.toast(t('inserting_cut', { count: result.cut }));
    else if (!result.exact) page.toast(t('inserting_changed'));
    if (result.exact)
      replies.follow(opening, {
        editor: editor.element,
        text: text.slice(0, text.length - result.cut),
        before,
        stops: tabStops,
      });
    return { state: 'inserted', exact: result.exact, cut: result.cut };
  }

  signal.addEventListener('abort', () => close(false));
  onChange(['templates'], () => void learn(false), signal);
  void learn(true);

  return {
    heard(message) {
      if (message.type === 'palette.call') return void writing.afterWord(open);
      if (message.type === 'palette.close') {
        if (message.copied) page.toast(t('inserting_copied', { keys: pasteKeys() }));
        return void close(true);
      }
      if (message.type === 'palette.look') return beside.look(opened?.editor ?? null);
      return insert(message);
    },
  };
}

/** What pastes on this system. */
function pasteKeys(): string {
  return /mac|iphone|ipad/i.test(navigator.platform) ? '⌘V' : 'Ctrl+V';
}

import { watchComposition } from '../../../utils/page/insert/composition.ts';
import { insertText } from '../../../utils/page/insert/insert-text.ts';
import { type RememberedEditor, rememberEditor } from '../../../utils/page/insert/remember-editor.ts';
import type { Span, TextStops } from '../../../utils/page/insert/text-stops.ts';
import { type Answer, answerEvent, type Order, orderEvent, type PasteFault } from '../orders.ts';
import { browser } from './imports.ts';

interface Runtime {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
}

const life = new AbortController();
let remembered: RememberedEditor | null = null;
let palette: HTMLElement | null = null;
let stops: TextStops | null = null;
let spans: readonly Span[] = [];
let pastes = 0;

watchComposition(document, life.signal);

async function pasteInPage(text: string, fault?: PasteFault): Promise<boolean> {
  pastes++;
  if (fault === 'fails') throw new Error('no worker');
  const taken = await (browser as Runtime).runtime.sendMessage(text);
  if (fault === 'is lost') throw new Error('the worker was ended');
  return taken === true;
}

function remember(): RememberedEditor | null {
  remembered = rememberEditor(document, life.signal);
  return remembered;
}

/** Stands in for the frame with the palette: in a closed root, and with a field that takes the focus. */
async function openPalette(): Promise<void> {
  palette = document.createElement('div');
  document.documentElement.append(palette);
  const frame = document.createElement('iframe');
  frame.srcdoc = '<!doctype html><input autofocus>';
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  palette.attachShadow({ mode: 'closed' }).append(frame);
  await loaded;
  frame.focus();
  frame.contentDocument?.querySelector('input')?.focus();
  // the person reads and chooses meanwhile
  await new Promise((done) => setTimeout(done, 150));
}

async function obey(order: Order): Promise<Answer> {
  if (order.order === 'stop') {
    const span = spans[order.index];
    return { selected: span !== undefined && (stops?.select(span) ?? false) };
  }
  if (order.order !== 'insert') {
    const editor = remember();
    if (order.order === 'palette') await openPalette();
    const plan = editor?.plan;
    return { family: plan ? ('family' in plan ? plan.family : plan.refused) : null };
  }
  const editor = remembered;
  remembered = null;
  if (!editor) throw new Error('no editor was remembered');
  const begun = performance.now();
  pastes = 0;
  spans = order.insertion.tabStops ?? [];
  const stop = new AbortController();
  if (order.stopped) stop.abort();
  const once = () =>
    insertText(editor, order.insertion, (text) => pasteInPage(text, order.paste), stop.signal);
  const results = await Promise.all(order.twice ? [once(), once()] : [once()]);
  palette?.remove();
  palette = null;
  const [first] = results;
  stops = first?.state === 'inserted' ? first.stops : null;
  const told = results.map((result) => ('stops' in result ? { ...result, stops: null } : result));
  return { results: told, milliseconds: Math.round(performance.now() - begun), pastes };
}

document.addEventListener(orderEvent, (event) => {
  const answer = (told: unknown) =>
    document.dispatchEvent(new CustomEvent(answerEvent, { detail: JSON.stringify(told) }));
  const order = JSON.parse(String((event as CustomEvent).detail)) as Order;
  obey(order).then(answer, (error: unknown) =>
    answer({ error: String(error), stack: (error as Error).stack }),
  );
});

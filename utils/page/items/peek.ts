import type { Mark } from '../../domain/mark.ts';
import { ask } from '../../messaging/client.ts';
import type { Page } from '../page.ts';
import { makePeekHost } from '../peek-host.ts';
import { type ItemView, placeOf } from './item-view.ts';

/** How long the pointer rests on a name before the frame comes, in milliseconds. */
const restFor = 350;
/** The frame has that long to draw what the background told it, in milliseconds. */
const drawFor = 80;
/** This far beside the name and its badge still counts as on it, CSS pixels. */
const reach = 2;

export interface PeekPointer {
  /** The pointer is at this place, over this item. */
  moved(x: number, y: number, view: ItemView | null): void;
  /** The keyboard is at this item; null: it is elsewhere. */
  focused(view: ItemView | null): void;
  hide(): void;
}

/** Tells about a name while the pointer rests on it or the keyboard is at its buttons. */
export function makePeek(
  page: Page,
  markOf: (view: ItemView) => Mark | undefined,
  signal: AbortSignal,
): PeekPointer {
  const host = makePeekHost(
    page.document,
    { theme: page.theme, title: page.t('overlay_frame_title') },
    signal,
  );
  let shown: ItemView | null = null;
  let told = false;
  let at = { x: 0, y: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  const isOn = (view: ItemView) => {
    const place = placeOf(view);
    return (
      at.x >= place.left - reach &&
      at.x <= place.right + reach &&
      at.y >= place.top - reach &&
      at.y <= place.bottom + reach
    );
  };

  function hide(): void {
    clearTimeout(timer);
    timer = undefined;
    turn++;
    if (shown) host.hide();
    shown = null;
    if (!told) return;
    told = false;
    void ask('peek.of', { person: null });
  }

  async function show(view: ItemView): Promise<void> {
    const { person: who } = view.item;
    if (shown === view || !view.host.isConnected || !who) return;
    hide();
    const mine = ++turn;
    shown = view;
    const mark = markOf(view) ?? 'new';
    const { platform, handle, stableId } = who;
    // the same for every name, known or not
    host.show(placeOf(view));
    if (mark === 'new') return;
    told = true;
    const person = { platform, handle, ...(stableId === undefined ? {} : { stableId }) };
    const answer = await ask('peek.of', { person });
    await new Promise((done) => setTimeout(done, drawFor));
    if (answer.ok && mine === turn && !signal.aborted) host.reveal();
  }

  signal.addEventListener('abort', hide);
  return {
    hide,
    moved(x, y, view) {
      const rests = Math.abs(x - at.x) < 1 && Math.abs(y - at.y) < 1;
      at = { x, y };
      if (shown && shown === view && isOn(shown)) return;
      if (shown) hide();
      if (rests) return;
      clearTimeout(timer);
      timer = view ? setTimeout(() => isOn(view) && void show(view), restFor) : undefined;
    },
    focused(view) {
      if (view) void show(view);
      else hide();
    },
  };
}

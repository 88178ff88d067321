import { drawToast } from '../../components/overlay/toast-view.ts';
import { guardClicks } from './click-guard.ts';
import { makeHost } from './mount.ts';
import { layerParent, raise } from './top-layer.ts';

/** How long a toast stays, in milliseconds; not counted while the pointer or the focus is on it. */
const staysFor = 9_000;

export interface ToastAction {
  label: string;
  /** Called for a click that passed the click rule: what it does may write. */
  run(): void;
}

/** Shows one line of fixed words; a new one takes the place of the old. */
export type ShowToast = (text: string, action?: ToastAction) => void;

/**
 * @param options.refused called for a real click on an action that the click rule did not let through
 */
export function makeToast(
  document: Document,
  options: { theme: string; closeLabel: string; refused: () => void },
  signal: AbortSignal,
): ShowToast {
  let shown: AbortController | null = null;
  signal.addEventListener('abort', () => shown?.abort());

  return (text, action) => {
    if (signal.aborted) return;
    shown?.abort();
    const stop = new AbortController();
    shown = stop;
    const { host, stage } = makeHost(document, options.theme, 'layer', stop.signal);
    const close = () => stop.abort();
    const view = drawToast(stage, { text, closeLabel: options.closeLabel, actionLabel: action?.label });
    view.close.addEventListener('click', close, { signal: stop.signal });
    layerParent(document).append(host);
    raise(view.line);
    // after raising: an element announced as a status must be there before its text changes
    view.say();

    if (view.action && action) {
      const guard = guardClicks(view.action, host, stop.signal);
      view.action.addEventListener(
        'click',
        (event) => {
          const verdict = guard.judge(event);
          if (verdict === 'ignore') return;
          close();
          if (verdict === 'accept') action.run();
          else options.refused();
        },
        { signal: stop.signal },
      );
    }

    let timer = setTimeout(close, staysFor);
    const hold = () => clearTimeout(timer);
    const release = () => {
      clearTimeout(timer);
      timer = setTimeout(close, staysFor);
    };
    for (const type of ['pointerenter', 'focusin'])
      view.line.addEventListener(type, hold, { signal: stop.signal });
    for (const type of ['pointerleave', 'focusout']) {
      view.line.addEventListener(type, release, { signal: stop.signal });
    }
    stop.signal.addEventListener('abort', hold);
  };
}

/** The part of `window` that tells where the page is. */
export interface NavigationView extends EventTarget {
  readonly location: { readonly href: string };
  /** the Navigation API, where the browser has it */
  readonly navigation?: EventTarget | undefined;
}

/** Between looks at the address where the Navigation API is missing, in milliseconds. */
const pollEvery = 1_000;

/**
 * Calls `arrived` for the page that is there and after each move inside it. The address is only right after
 * `navigatesuccess` (`navigate` comes before the commit). Never called twice in a row with the same address, except after a
 * return from the back/forward cache (`restored`), where timers and permissions may have gone stale meanwhile.
 */
export function watchNavigation(
  arrived: (href: string, restored: boolean) => void,
  signal: AbortSignal,
  view: NavigationView = window,
): void {
  if (signal.aborted) return;
  let last = view.location.href;
  const look = () => {
    const now = view.location.href;
    if (now === last) return;
    last = now;
    arrived(now, false);
  };
  arrived(last, false);

  view.addEventListener('popstate', look, { signal });
  view.addEventListener(
    'pageshow',
    (event) => {
      if (!(event as PageTransitionEvent).persisted) return;
      last = view.location.href;
      arrived(last, true);
    },
    { signal },
  );
  if (view.navigation) {
    view.navigation.addEventListener('navigatesuccess', look, { signal });
    return;
  }
  const timer = setInterval(look, pollEvery);
  signal.addEventListener('abort', () => clearInterval(timer));
}

import { type ComponentType, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { BesideProps } from '../hooks/palette-surface.ts';

/** What the browser does for the popup; given by its entry point. */
export interface Surroundings {
  /** closes the popup; in a tab of its own nothing happens */
  close: () => void;
  /** whether the browser lets Deckhand reach a match pattern */
  hasAccess: (origin: string) => Promise<boolean>;
  /** asks the person for it; only in a click @returns whether it is there now */
  askAccess: (origin: string) => Promise<boolean>;
  /** opens the side panel of this window, at once: the browser allows it in a press only; absent where it has none */
  openPanel?: (() => void) | undefined;
  /** the saved replies, larger than everything else here, when they are asked for */
  loadReplies: () => Promise<ComponentType<BesideProps>>;
  /** opens a web page in a new tab */
  openTab: (url: string) => void;
  /** opens the dashboard at a route such as `#/settings` */
  openDashboard: (
    route:
      | '#/welcome'
      | '#/settings'
      | '#/recovery'
      | '#/creators'
      | '#/storage'
      | `#/creator/${string}`
      | '#/watch'
      | '#/keywords'
      | '#/watch?show=unread'
      | `#/watch/${string}`
      | '#/queue'
      | `#/queue/${string}`
      | `#/rights?view=${string}`,
  ) => void;
}

export const SurroundingsContext = createContext<Surroundings>({
  close: () => undefined,
  hasAccess: async () => false,
  askAccess: async () => false,
  loadReplies: () => new Promise(() => undefined),
  openTab: () => undefined,
  openDashboard: () => undefined,
});
export const useSurroundings = () => useContext(SurroundingsContext);

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What the browser does for the popup; given by its entry point. */
export interface Surroundings {
  /** closes the popup; in a tab of its own nothing happens */
  close: () => void;
  /** whether the browser lets Deckhand reach a match pattern */
  hasAccess: (origin: string) => Promise<boolean>;
  /** asks the person for it; only in a click @returns whether it is there now */
  askAccess: (origin: string) => Promise<boolean>;
  /** opens a web page in a new tab */
  openTab: (url: string) => void;
  /** opens the dashboard at a route such as `#/settings` */
  openDashboard: (
    route: '#/welcome' | '#/settings' | '#/recovery' | '#/creators' | '#/storage' | `#/creator/${string}`,
  ) => void;
}

export const SurroundingsContext = createContext<Surroundings>({
  close: () => undefined,
  hasAccess: async () => false,
  askAccess: async () => false,
  openTab: () => undefined,
  openDashboard: () => undefined,
});
export const useSurroundings = () => useContext(SurroundingsContext);

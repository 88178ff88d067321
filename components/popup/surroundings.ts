import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What the browser does for the popup; given by its entry point. */
export interface Surroundings {
  /** opens a web page in a new tab */
  openTab: (url: string) => void;
  /** opens the dashboard at a route such as `#/settings` */
  openDashboard: (
    route: '#/welcome' | '#/settings' | '#/recovery' | '#/creators' | '#/storage' | `#/creator/${string}`,
  ) => void;
}

export const SurroundingsContext = createContext<Surroundings>({
  openTab: () => undefined,
  openDashboard: () => undefined,
});
export const useSurroundings = () => useContext(SurroundingsContext);

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PlatformId } from '../../utils/domain/platform.ts';

/** A platform with buttons on its pages; `hosts` as in the registry: exact, or `*.` for every subdomain and the bare domain. */
export interface Platform {
  id: PlatformId;
  hosts: readonly string[];
}

/** What the browser and the registry do for the dashboard; given by its entry point. */
export interface Surroundings {
  platforms: readonly Platform[];
  /** must be called in the click itself: browsers ask only then. True: all of them are granted now */
  requestHosts: (origins: string[]) => Promise<boolean>;
  removeHosts: (origins: string[]) => Promise<boolean>;
  /** match patterns that are granted now */
  grantedHosts: () => Promise<string[]>;
  /** asks for the browser's notifications, in the click itself. `missing`: the browser has none */
  requestNotifications: () => Promise<'granted' | 'denied' | 'missing'>;
  /** whether the browser shows notifications of ours now */
  hasNotifications: () => Promise<boolean>;
  openShortcuts: () => void;
  /** the profile that an address stands for; null where none is recognised */
  identify: (url: string) => { platform: PlatformId; handle: string } | null;
  /** hands a file to the browser's downloads; where it goes is the browser's or the person's choice */
  saveFile: (name: string, blob: Blob) => void;
  /** asks the browser not to clear this notebook when the disk runs short. True: it will not */
  keepStorage: () => Promise<boolean>;
  /** of this Deckhand, as the browser's list of extensions shows it */
  version: string;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings {
  const found = useContext(SurroundingsContext);
  if (!found) throw new Error('the dashboard needs its surroundings');
  return found;
}

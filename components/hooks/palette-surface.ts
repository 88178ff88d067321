import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { ask } from '../../utils/messaging/client.ts';
import type { Output } from '../../utils/messaging/protocol.ts';

/** The saved replies beside a page: what popup and side panel give them and hear from them. */
export interface BesideProps {
  /** whose page it is about; -1: there is none, and replies can be copied only */
  tabId: number;
  /** another number has the page looked at again */
  turn: number;
  onLooked?: (looked: Output<'palette.look'>) => void;
  onOver?: (how: 'inserted' | 'copied' | 'left') => void;
}

/** Where the saved replies are shown: in the frame at the caret, or beside the page in popup or side panel. */
export interface PaletteSurface {
  /** stands in the page, which could cover it; what stands beside has the browser's own frame around it */
  inPage: boolean;
  /** a script of ours can be in the page; where none can, the surface around says so */
  reachable: boolean;
  /** goes with each question about a tab: the frame stands in its tab and names none */
  tab: { tabId?: number };
  /** nothing more is to be done: the reply stands there, it is in the clipboard, or the person wants no more */
  over: (how: 'inserted' | 'copied' | 'left') => void;
}

/** The frame: the page's script takes it away itself once a reply stands there. */
const frame: PaletteSurface = {
  inPage: true,
  reachable: true,
  tab: {},
  over: (how) => {
    if (how !== 'inserted') void ask('palette.close', { copied: how === 'copied' });
  },
};

export const PaletteSurfaceContext = createContext<PaletteSurface>(frame);
export const usePaletteSurface = () => useContext(PaletteSurfaceContext);

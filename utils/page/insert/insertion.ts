import type { Refusal } from './plan.ts';
import type { Span, TextStops } from './text-stops.ts';

export interface Insertion {
  /** line ends as `\n` */
  text: string;
  /** where the caret goes, UTF-16 units of the text; its end where not given */
  caret?: number | undefined;
  /** what the person goes through afterwards; the first is selected */
  tabStops?: readonly Span[] | undefined;
  /** what was typed to call for this text and has to go, right before the caret */
  replaceBefore?: string | undefined;
}

export type InsertResult =
  | {
      state: 'inserted';
      /** the editor holds exactly this text; false: look at it, the site changed or dropped something */
      exact: boolean;
      /** whether the caret or the first stop is where it was asked for */
      caretPlaced: boolean;
      /** UTF-16 units at the end of the text that `maxlength` kept out */
      cut: number;
      stops: TextStops | null;
    }
  /** nothing was inserted: copy it and let the person paste; what is to be replaced is selected */
  | { state: 'clipboard'; reason: 'unreachable' | 'unchanged' }
  | { state: 'refused'; reason: Refusal | 'composing' | 'busy' | 'full' | 'shortcut-gone' }
  /** nothing was inserted, but for `vanished`: the editor went in the middle of it, and nobody can say what it took along */
  | { state: 'gone'; reason: 'removed' | 'unfocused' | 'stopped' | 'vanished' };

/**
 * A paste in the page's own world at the focused element; says whether somebody took it. Where that is not known it must reject: false has
 * the text written a second way.
 */
export type PasteInPage = (text: string) => Promise<boolean>;

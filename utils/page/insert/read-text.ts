import { isField } from './facts.ts';
import { flatten } from './text-map.ts';

/** Lines of Slate: the model's own text, without what the browser or an editor's hint put between. */
function slateText(host: Element): string {
  const lines = [...host.querySelectorAll('[data-slate-node="element"]')].filter(
    (element) => !element.querySelector('[data-slate-node="element"]'),
  );
  const words = (line: Element) =>
    [...line.querySelectorAll('[data-slate-string]')].map((part) => part.textContent ?? '').join('');
  return lines.map(words).join('\n');
}

/** Text of an editor with line ends, as close to its model as the page tells. */
export function readText(element: HTMLElement): string {
  if (isField(element)) return element.value;
  if (element.querySelector('[data-slate-string], [data-slate-zero-width]')) return slateText(element);
  // biome-ignore lint/performance/useDomNodeTextContent: only this one knows where a line ends
  return element.innerText;
}

/** The same text however an editor pads, breaks and spaces its lines. */
function comparable(text: string): string {
  return text
    .split(/[\r\n]+/)
    .map((line) => flatten(line).replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Letters only: how much text there is, whatever an editor does to spaces. */
export function bareText(text: string): string {
  return flatten(text).replace(/\s/g, '');
}

/** What stood in an editor before an insertion, and what was to happen. */
export interface Expectation {
  before: string;
  /** what was selected and therefore goes */
  selected: string;
  text: string;
}

/**
 * Whether an editor now holds its old text with the new one in it: all of its lines in their order, and nothing else more or less.
 * Spaces and the number of empty lines are each editor's own business.
 */
export function holds(now: string, { before, selected, text }: Expectation): boolean {
  const wanted = bareText(before).length - bareText(selected).length + bareText(text).length;
  return bareText(now).length === wanted && comparable(now).includes(comparable(text));
}

import { foldText, searchWords } from '../domain/creator-search.ts';
import type { Template } from '../domain/template.ts';
import { pinyinInitials } from './pinyin-initials.ts';

/** What of a template is searched, folded once. */
interface Entry {
  template: Template;
  title: string;
  shortcut: string;
  tags: string;
  folder: string;
  text: string;
  /** of title, tags and folder; empty where they have no Chinese */
  initials: string;
}

/** Made once for a list of templates and asked at every key. */
export interface TemplateIndex {
  entries: readonly Entry[];
}

const made = new WeakMap<Template, Entry>();

/** How much of a text is searched: letters beyond are not what anyone remembers a reply by. */
const searched = 4_000;

function entryOf(template: Template): Entry {
  const known = made.get(template);
  if (known) return known;
  const title = foldText(template.title);
  const tags = foldText(template.tags.join('\n'));
  const folder = foldText(template.folder);
  const words = template.variants.flatMap(({ wordings }) => wordings.map(({ text }) => text));
  const head = [title, tags, folder].join('\n');
  const initials = pinyinInitials(head);
  const entry: Entry = {
    template,
    title,
    shortcut: foldText(template.shortcut ?? ''),
    tags,
    folder,
    text: foldText(words.join('\n').slice(0, searched)),
    initials: initials === head ? '' : initials.toLowerCase(),
  };
  made.set(template, entry);
  return entry;
}

/** The index of a list; a template that is the same object as before is not folded again. */
export function indexTemplates(templates: readonly Template[]): TemplateIndex {
  return { entries: templates.map(entryOf) };
}

/** Letters of `word` in their order somewhere in `text`, not too far apart. @returns how far they lie apart, null: not there */
function scattered(text: string, word: string): number | null {
  let at = -1;
  let first = -1;
  for (const letter of word) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return null;
    if (first < 0) first = at;
  }
  const apart = at - first + 1 - word.length;
  return apart <= word.length * 2 ? apart : null;
}

const beginsWord = (text: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');

/** How well one word of the query is found: higher is better, 0 is not at all. */
function wordScore(entry: Entry, word: string): number {
  if (entry.shortcut !== '' && entry.shortcut.startsWith(word)) return entry.shortcut === word ? 1_000 : 800;
  const at = entry.title.indexOf(word);
  if (at >= 0) return beginsWord(entry.title, at) ? 700 - Math.min(at, 50) : 500;
  if (entry.tags.includes(word)) return 450;
  if (entry.initials !== '') {
    const place = entry.initials.indexOf(word);
    if (place >= 0) return place === 0 ? 600 : 400;
  }
  if (entry.folder.includes(word)) return 300;
  if (entry.text.includes(word)) return 200;
  // letters left out or typed over: only in the title, where people remember the shape of a word
  if (word.length < 3) return 0;
  const apart = scattered(entry.title, word);
  return apart === null ? 0 : 100 - Math.min(apart, 50);
}

export interface SearchOptions {
  /** ids, the most used first: of two that fit as well the one used more comes first */
  mostUsed?: readonly string[];
  limit?: number;
}

/**
 * Templates that fit a query, the best first. Every word has to be found somewhere: shortcut, title, tags, pinyin initials of those,
 * folder, text; with letters left out in the title. An empty query gives the most used, then the others in their order.
 */
export function searchTemplates(
  { entries }: TemplateIndex,
  query: string,
  { mostUsed = [], limit = 50 }: SearchOptions = {},
): Template[] {
  const words = searchWords(query);
  const usedRank = new Map(mostUsed.map((id, place) => [id, mostUsed.length - place]));
  const hits: { template: Template; score: number; used: number; order: number }[] = [];
  for (const [order, entry] of entries.entries()) {
    let score = 0;
    for (const word of words) {
      const own = wordScore(entry, word);
      if (own === 0) {
        score = -1;
        break;
      }
      score += own;
    }
    if (score < 0) continue;
    hits.push({ template: entry.template, score, used: usedRank.get(entry.template.id) ?? 0, order });
  }
  hits.sort((a, b) => b.score - a.score || b.used - a.used || a.order - b.order);
  return hits.slice(0, limit).map(({ template }) => template);
}

/** The template that a typed shortcut means. */
export function byShortcut({ entries }: TemplateIndex, typed: string): Template | undefined {
  const wanted = foldText(typed);
  return entries.find(
    ({ shortcut, template }) => shortcut !== '' && shortcut === wanted && !template.archived,
  )?.template;
}

import { newId } from '../domain/new-id.ts';
import { type PlatformId, platformIds } from '../domain/platform.ts';
import { rightsScopes } from '../domain/rights-state.ts';
import type { ReplyAction, TemplateDetails, Variant, Wording } from '../domain/template.ts';
import { languagePattern, templateLimits as limits, shortcutPattern } from '../domain/template-limits.ts';
import { defaultItems } from '../domain/vocabulary.ts';
import { tidyLanguage } from './detect-language.ts';
import { plainText } from './liquid-marks.ts';

/** Something from a file that may be a template: any of it may be missing, too long or of another kind. */
export interface LooseTemplate {
  id?: unknown;
  title?: unknown;
  shortcut?: unknown;
  folder?: unknown;
  tags?: unknown;
  platforms?: unknown;
  variants?: unknown;
  actions?: unknown;
  reviewOn?: unknown;
  reviewNote?: unknown;
  archived?: unknown;
  starter?: unknown;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Cut without tearing a character in two. */
function cut(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}

function line(value: unknown, longest: number): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = cut(plainText(String(value)).replace(/\s+/g, ' ').trim(), longest).trim();
  return text === '' ? undefined : text;
}

const unique = <T>(values: T[]): T[] => [...new Set(values)];

/** A text as it is kept: line ends made one, no empty lines at its ends. @returns undefined: too long or empty */
export function tidyText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = plainText(value).replace(/^\n+|\s+$/g, '');
  return text === '' || text.length > limits.text ? undefined : text;
}

function tidyWordings(value: unknown): Wording[] {
  const seen = new Set<string>();
  const wordings: Wording[] = [];
  for (const each of list(value)) {
    const loose = isObject(each) ? each : { text: each };
    const text = tidyText(loose.text);
    if (text === undefined || seen.has(text) || wordings.length >= limits.wordings) continue;
    seen.add(text);
    const id = typeof loose.id === 'string' && uuid.test(loose.id) ? loose.id.toLowerCase() : newId();
    wordings.push({ id, text });
  }
  return wordings;
}

function tidyVariants(value: unknown): Variant[] {
  const variants = new Map<string, Variant>();
  for (const each of list(value)) {
    if (!isObject(each) || typeof each.language !== 'string') continue;
    const language = languagePattern.test(each.language) ? each.language : tidyLanguage(each.language);
    const wordings = tidyWordings(each.wordings);
    if (!language || !languagePattern.test(language) || wordings.length === 0) continue;
    const known = variants.get(language);
    const together = [...(known?.wordings ?? []), ...wordings].slice(0, limits.wordings);
    if (known || variants.size < limits.variants) variants.set(language, { language, wordings: together });
  }
  return [...variants.values()];
}

function tidyAction(value: unknown): ReplyAction[] {
  if (!isObject(value)) return [];
  if (value.kind === 'note-touch' || value.kind === 'mark-contacted' || value.kind === 'case-held')
    return [{ kind: value.kind }];
  const scopes = rightsScopes.filter((scope) => list(value.scopes).includes(scope));
  if (value.kind === 'ask-rights') return scopes.length > 0 ? [{ kind: 'ask-rights', scopes }] : [];
  const tag = line(value.tag, limits.tag);
  if ((value.kind === 'tag-creator' || value.kind === 'tag-item') && tag) return [{ kind: value.kind, tag }];
  const item = defaultItems.find((known) => known === value.item);
  return value.kind === 'tick-item' && item ? [{ kind: 'tick-item', item }] : [];
}

/** What a shortcut can be, without the sign that is typed before it. @returns undefined: nothing of it is left */
export function tidyShortcut(value: unknown): string | undefined {
  const text = line(value, limits.shortcut + 10)
    ?.replace(/^[;:/；：／\\!#,.]+/u, '')
    .replace(/\s+/g, '-');
  return text !== undefined && shortcutPattern.test(text) && text.length <= limits.shortcut
    ? text
    : undefined;
}

/** A day that there is: `Date` turns 30 February into 2 March. */
function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

/** The beginning of a text as a title. */
export function titleFrom(text: string): string {
  const first =
    text
      .replace(/\{[{%].*?[}%]\}/gs, '…')
      .split('\n')
      .map((each) => each.trim())
      .find(Boolean) ?? text;
  return cut(first.replace(/\s+/g, ' '), 60).trim() || cut(text.trim(), 60);
}

/** A template out of whatever a file says; what is too long is cut, what is of another kind is left out. @returns null: no text in it */
export function tidyTemplate(loose: LooseTemplate): { id?: string; details: TemplateDetails } | null {
  const variants = tidyVariants(loose.variants);
  const first = variants[0]?.wordings[0]?.text;
  if (first === undefined) return null;
  const shortcut = tidyShortcut(loose.shortcut);
  const reviewNote = line(loose.reviewNote, 1_000);
  const starter = line(loose.starter, 60);
  const platforms = list(loose.platforms).filter((each): each is PlatformId =>
    (platformIds as readonly unknown[]).includes(each),
  );
  return {
    ...(typeof loose.id === 'string' && uuid.test(loose.id) ? { id: loose.id.toLowerCase() } : {}),
    details: {
      title: line(loose.title, limits.title) ?? titleFrom(first),
      ...(shortcut === undefined ? {} : { shortcut }),
      folder: line(loose.folder, limits.folder) ?? '',
      tags: unique(list(loose.tags).flatMap((tag) => line(tag, limits.tag) ?? [])).slice(0, limits.tags),
      platforms: unique(platforms),
      variants,
      actions: list(loose.actions).flatMap(tidyAction).slice(0, limits.actions),
      ...(isDay(loose.reviewOn) ? { reviewOn: loose.reviewOn } : {}),
      ...(reviewNote === undefined ? {} : { reviewNote }),
      ...(loose.archived === true ? { archived: true } : {}),
      ...(starter === undefined ? {} : { starter }),
    },
  };
}

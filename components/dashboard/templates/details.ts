import { newId } from '../../../utils/domain/new-id.ts';
import type {
  ReplyAction,
  Template,
  TemplateDetails,
  Variant,
  Wording,
} from '../../../utils/domain/template.ts';
import { shortcutPattern, templateLimits } from '../../../utils/domain/template-limits.ts';

/** What a template says without what the store adds. */
export function detailsOf({
  id: _id,
  createdAt: _made,
  updatedAt: _changed,
  ...details
}: Template): TemplateDetails {
  return details;
}

export const newWording = (text = ''): Wording => ({ id: newId(), text });

export function emptyDetails(language: string): TemplateDetails {
  return {
    title: '',
    folder: '',
    tags: [],
    platforms: [],
    variants: [{ language, wordings: [newWording()] }],
    actions: [],
  };
}

/** A folder's path as it is kept: no empty parts, no spaces around the slashes. */
export const cleanFolder = (path: string): string =>
  path
    .split(/[/／]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .join('/');

/** What is wrong with the fields beside the text; the texts themselves may be broken and are kept as a draft. */
export interface FieldFaults {
  title?: 'needed';
  shortcut?: 'signs' | 'taken';
  actions?: 'tag';
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();
/** An action that is nothing without the tag that it puts, or without a use that it asks for. */
export const withoutTag = (action: ReplyAction) =>
  (action.kind === 'ask-rights' && action.scopes.length === 0) ||
  ((action.kind === 'tag-creator' || action.kind === 'tag-item') && !action.tag.trim());

/** @param own id of the template itself; absent: a new one */
export function faultsOf(
  { title, shortcut, actions }: TemplateDetails,
  others: readonly Template[],
  own: string | undefined,
): FieldFaults {
  const faults: FieldFaults = {};
  if (!title.trim()) faults.title = 'needed';
  if (shortcut?.trim()) {
    if (!shortcutPattern.test(shortcut.trim()) || shortcut.trim().length > templateLimits.shortcut)
      faults.shortcut = 'signs';
    else if (
      others.some(
        (each) => each.id !== own && each.shortcut && folded(each.shortcut) === folded(shortcut.trim()),
      )
    )
      faults.shortcut = 'taken';
  }
  if (actions.some(withoutTag)) faults.actions = 'tag';
  return faults;
}

export const hasText = ({ wordings }: Variant): boolean => wordings.some(({ text }) => text.trim() !== '');

/**
 * As it is saved: nothing around the words, no empty optional fields, no empty wordings beside written ones.
 * @param broken a text of it cannot be filled
 */
export function cleaned(details: TemplateDetails, broken: boolean): TemplateDetails {
  const { shortcut, reviewOn, reviewNote, archived, draft: _before, ...rest } = details;
  const variants = rest.variants.map(({ language, wordings }) => {
    const written = wordings.filter(({ text }) => text.trim() !== '');
    return { language, wordings: written.length ? written : wordings.slice(0, 1) };
  });
  const draft = broken || !variants.some(hasText);
  return {
    ...rest,
    title: rest.title.trim(),
    folder: cleanFolder(rest.folder),
    actions: rest.actions.filter((action) => !withoutTag(action)),
    variants,
    ...(shortcut?.trim() ? { shortcut: shortcut.trim() } : {}),
    ...(reviewOn ? { reviewOn } : {}),
    ...(reviewNote?.trim() ? { reviewNote: reviewNote.trim() } : {}),
    ...(archived ? { archived } : {}),
    ...(draft ? { draft } : {}),
  };
}

/** Whether two say the same; the order of keys does not matter. */
export function sameDetails(a: TemplateDetails, b: TemplateDetails): boolean {
  const ordered = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(ordered)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .filter(([, each]) => each !== undefined)
              .sort(([one], [other]) => (one < other ? -1 : 1))
              .map(([key, each]) => [key, ordered(each)]),
          )
        : value;
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

import type { PaletteSight } from '../../../utils/domain/palette-sight.ts';
import type { Template } from '../../../utils/domain/template.ts';
import type { PaletteContext } from '../../../utils/messaging/protocol/palette.ts';
import type { TemplateList } from '../../../utils/messaging/protocol/templates.ts';

const at = '2026-11-20T10:00:00.000Z';
export const id = (n: number) => `01900000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`;

/** A saved reply; `n` is its number, its wordings have ten times as much. */
export function template(
  n: number,
  title: string,
  texts: Record<string, string>,
  more: Partial<Template> = {},
): Template {
  return {
    id: id(n),
    createdAt: at,
    updatedAt: at,
    title,
    folder: '',
    tags: [],
    platforms: [],
    actions: [],
    variants: Object.entries(texts).map(([language, text], place) => ({
      language,
      wordings: [{ id: id(n * 10 + place), text }],
    })),
    ...more,
  };
}

export function listOf(templates: Template[], more: Partial<TemplateList> = {}): TemplateList {
  return { templates, mostUsed: [], recent: [], answers: [], brands: [], currentBrandId: null, ...more };
}

export function contextOf(
  sight: Partial<PaletteSight> = {},
  more: Partial<PaletteContext> = {},
): PaletteContext {
  return {
    sight: {
      opening: 'one',
      platform: 'instagram',
      mode: 'comment',
      editor: 'ready',
      author: { handle: 'mira.holm', displayName: 'Mira Holm' },
      text: 'where did you get this?',
      postKey: 'instagram:post:C9x',
      threadKey: 'instagram:post:C9x c1',
      ...sight,
    },
    person: null,
    chosen: false,
    mostUsed: [],
    recent: [],
    ...more,
  };
}

import type { Template } from '../../utils/domain/template.ts';

/** An id that says its number. */
export const id = (number: number) => `0192f0c1-2a3b-7c4d-8e5f-${String(number).padStart(12, '0')}`;
/** A stored template with one English wording, `Text <number>`. */
export function template(number: number, more: Partial<Template> = {}): Template {
  return {
    id: id(number),
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    title: `Reply ${number}`,
    folder: '',
    tags: [],
    platforms: [],
    variants: [{ language: 'en', wordings: [{ id: id(1_000 + number), text: `Text ${number}` }] }],
    actions: [],
    ...more,
  };
}

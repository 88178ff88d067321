import { describe, expect, test } from 'vitest';
import type { Template } from '../../../utils/domain/template.ts';
import { handover } from '../../../utils/templates/handover.ts';
import { importOf, previewMerge } from '../../../utils/templates/merge-preview.ts';
import { staleTemplates } from '../../../utils/templates/stale-templates.ts';
import { id, template } from '../../support/sample-templates.ts';

describe('the preview of a merge', () => {
  const ours = template(1, { shortcut: 'one', tags: ['a'], folder: 'F', reviewNote: 'kept' });
  const read = (details: Partial<Template>, own?: string) => {
    const { id: _id, createdAt: _a, updatedAt: _b, ...rest } = template(1, details);
    return { ...(own ? { id: own } : {}), details: rest, line: 1 };
  };
  test('updates by id and loses nothing of ours', () => {
    const theirs = read(
      {
        title: 'New',
        tags: ['b'],
        variants: [
          {
            language: 'en',
            wordings: [
              { id: id(1_001), text: 'Text 1, better' },
              { id: id(5), text: 'Another' },
            ],
          },
          { language: 'de', wordings: [{ id: id(6), text: 'Deutsch' }] },
        ],
      },
      ours.id,
    );
    const [row] = previewMerge([ours], [theirs]).rows;
    expect(row).toMatchObject({ outcome: 'changed', id: ours.id, fields: ['title', 'tags', 'variants'] });
    expect(row?.details).toMatchObject({
      title: 'New',
      shortcut: 'one',
      folder: 'F',
      tags: ['a', 'b'],
      reviewNote: 'kept',
    });
    expect(row?.details.variants.map(({ wordings }) => wordings.map(({ text }) => text))).toEqual([
      ['Text 1, better', 'Another'],
      ['Deutsch'],
    ]);
  });
  test('knows the same again, by id and by its texts', () => {
    expect(previewMerge([ours], [read({ title: ours.title }, ours.id), read({})]).counts).toEqual({
      new: 0,
      changed: 0,
      same: 2,
    });
  });
  test('an id that stands twice in the file is taken once, the second is new', () => {
    const second = read(
      { title: 'B', variants: [{ language: 'en', wordings: [{ id: id(9), text: 'B' }] }] },
      id(50),
    );
    const { rows } = previewMerge([], [read({}, id(50)), second]);
    expect(rows.map(({ outcome, id: own, doubledId }) => [outcome, own, doubledId])).toEqual([
      ['new', id(50), undefined],
      ['new', undefined, true],
    ]);
  });
  test('a shortcut that somebody has stays with them', () => {
    const other = read({
      shortcut: 'ONE',
      variants: [{ language: 'en', wordings: [{ id: id(9), text: 'B' }] }],
    });
    const { rows } = previewMerge([ours], [other]);
    expect(rows[0]).toMatchObject({ outcome: 'new', shortcutTaken: 'ONE' });
    expect(rows[0]?.details.shortcut).toBeUndefined();
  });
  test('only what changes something is sent', () => {
    const preview = previewMerge(
      [ours],
      [
        read({ title: ours.title }, ours.id),
        read({ title: 'X' }, ours.id),
        read({ variants: [{ language: 'en', wordings: [{ id: id(9), text: 'B' }] }] }),
      ],
    );
    expect(importOf(preview).map(({ details }) => details.variants[0]?.wordings[0]?.text)).toEqual(['B']);
  });
});

test('the handover is in the language of the stand-in, without drafts and what is put away', () => {
  const variants = [
    { language: 'en', wordings: [{ id: id(1), text: 'English' }] },
    { language: 'zh-CN', wordings: [{ id: id(2), text: '中文' }] },
  ];
  const templates = [
    template(1, { folder: 'B', variants }),
    template(2, { folder: 'A' }),
    template(3, { archived: true }),
    template(4, { draft: true }),
  ];
  const page = handover({
    brand: null,
    templates,
    watchlist: [],
    today: [{ text: 'x', done: false }],
    language: 'zh-TW',
  });
  expect(page.folders.map(({ name, replies }) => [name, replies.map(({ text }) => text)])).toEqual([
    ['A', ['Text 2']],
    ['B', ['中文']],
  ]);
});

test('what should be looked at again is listed, the longest overdue first', () => {
  const templates = [
    template(1, { reviewOn: '2026-11-20' }),
    template(2, { reviewOn: '2026-01-01' }),
    template(3, { reviewOn: '2026-11-21' }),
    template(4, { reviewOn: '2026-01-01', archived: true }),
    template(5),
  ];
  expect(staleTemplates(templates, '2026-11-20').map(({ title }) => title)).toEqual(['Reply 2', 'Reply 1']);
});

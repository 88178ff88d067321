import { describe, expect, test } from 'vitest';
import {
  chipBeside,
  oneStep,
  segmentsOf,
  variableSource,
  wholeChips,
} from '../../../components/dashboard/templates/chip-model.ts';
import {
  cleaned,
  cleanFolder,
  emptyDetails,
  faultsOf,
  sameDetails,
} from '../../../components/dashboard/templates/details.ts';
import { allFolders, fits, sorted } from '../../../components/dashboard/templates/list-rows.ts';
import { listHash, readList } from '../../../components/dashboard/templates/list-state.ts';
import { TextHistory } from '../../../components/dashboard/templates/text-history.ts';
import { figuresOf, templateOf } from './templates-screen.tsx';

describe('a text and its chips', () => {
  const text =
    'Hi {{ person.first_name | default: "there" }}, {% if brand.link %}{{ brand.link }}{% endif %}{{ cursor }} {{ open';

  test('every piece is told apart, and together they are the text again', () => {
    const segments = segmentsOf(text);
    expect(segments.map(({ kind }) => kind)).toEqual([
      'text',
      'variable',
      'text',
      'code',
      'variable',
      'code',
      'place',
      'text',
    ]);
    expect(segments.map(({ source }) => source).join('')).toBe(text);
    expect(segments[1]).toMatchObject({ path: 'person.first_name', fallback: 'there', rest: '' });
  });

  test('what an open bracket begins stays text until it is closed', () => {
    expect(segmentsOf('{{ a {{ brand.name }} }}').map(({ source }) => source)).toEqual([
      '{{ a ',
      '{{ brand.name }}',
      ' }}',
    ]);
    expect(segmentsOf('{% if x')).toEqual([{ kind: 'text', source: '{% if x' }]);
  });

  test('fill-in fields, filters and several words are kept', () => {
    expect(segmentsOf('{{ ask["size of it"] }}')[0]).toMatchObject({
      kind: 'variable',
      path: 'ask["size of it"]',
    });
    expect(segmentsOf('{{ today | add_days: 3 | date: "%B" }}')[0]).toMatchObject({
      path: 'today',
      fallback: null,
      rest: '| add_days: 3 | date: "%B"',
    });
    expect(segmentsOf('{{ "a" | tabstop }}')[0]).toMatchObject({ kind: 'place', what: 'stop' });
    expect(segmentsOf('{{ "plain" }}')[0]).toMatchObject({ kind: 'code' });
  });

  test('a fallback stands in front of other filters and cannot break out of its quotation marks', () => {
    expect(variableSource('today', 'soon', '| date: "%B"')).toBe(
      '{{ today | default: "soon" | date: "%B" }}',
    );
    expect(variableSource('person.name', null)).toBe('{{ person.name }}');
    for (const words of ['a "b"', "it's", `"it's"`]) {
      const [segment, ...more] = segmentsOf(variableSource('person.name', words));
      expect(more).toEqual([]);
      expect(segment).toMatchObject({ kind: 'variable', path: 'person.name' });
    }
  });

  test('Backspace and Delete take a chip whole and a family as one sign', () => {
    const source = 'a{{ brand.name }}👨‍👩‍👧b';
    const chipEnd = 1 + '{{ brand.name }}'.length;
    expect(oneStep(source, chipEnd, -1)).toEqual([1, chipEnd]);
    expect(oneStep(source, 1, 1)).toEqual([1, chipEnd]);
    expect(oneStep(source, source.length - 1, -1)).toEqual([chipEnd, source.length - 1]);
    expect(oneStep(source, 0, -1)).toEqual([0, 0]);
    expect(oneStep(source, source.length, 1)).toEqual([source.length, source.length]);
  });

  test('a range never cuts a chip in two', () => {
    const source = 'ab{{ brand.name }}cd';
    const chipEnd = 2 + '{{ brand.name }}'.length;
    expect(wholeChips(source, 1, 5)).toEqual([1, chipEnd]);
    expect(wholeChips(source, 5, chipEnd + 1)).toEqual([2, chipEnd + 1]);
    expect(wholeChips(source, 2, 2)).toEqual([2, 2]);
    expect(chipBeside(source, chipEnd)).toMatchObject({ start: 2, end: chipEnd });
    expect(chipBeside(source, 2)).toMatchObject({ start: 2 });
    expect(chipBeside(source, 1)).toBeNull();
  });

  test('letters typed closely are one step of the history, anything else is its own', () => {
    const history = new TextHistory();
    history.note({ text: '', caret: 0 }, 'typing', 0);
    history.note({ text: 'a', caret: 1 }, 'typing', 100);
    history.note({ text: 'ab', caret: 2 }, 'other', 200);
    history.note({ text: 'ab!', caret: 3 }, 'typing', 5_000);
    expect(history.undo({ text: 'ab!c', caret: 4 })).toMatchObject({ text: 'ab!' });
    expect(history.undo({ text: 'ab!', caret: 3 })).toMatchObject({ text: 'ab' });
    expect(history.undo({ text: 'ab', caret: 2 })).toMatchObject({ text: '' });
    expect(history.undo({ text: '', caret: 0 })).toBeNull();
    expect(history.redo({ text: '', caret: 0 })).toMatchObject({ text: 'ab' });
  });
});

describe('what is saved', () => {
  test('nothing around the words, no empty wordings beside written ones, and whether it is a draft', () => {
    const details = {
      ...emptyDetails('en'),
      title: '  Hello ',
      shortcut: ' hi ',
      folder: ' a / b ／ c /',
      variants: [
        {
          language: 'en',
          wordings: [
            { id: '1', text: '' },
            { id: '2', text: 'x' },
          ],
        },
      ],
    };
    expect(cleaned(details, false)).toMatchObject({ title: 'Hello', shortcut: 'hi', folder: 'a/b/c' });
    expect(cleaned(details, false).variants[0]?.wordings).toEqual([{ id: '2', text: 'x' }]);
    expect(cleaned(details, false).draft).toBeUndefined();
    expect(cleaned(details, true).draft).toBe(true);
    expect(cleaned(emptyDetails('en'), false).draft).toBe(true);
    expect(cleanFolder('//')).toBe('');
  });

  test('a shortcut must be typable and nobody else’s', () => {
    const details = { ...emptyDetails('en'), title: 'x' };
    const other = templateOf(1, { shortcut: 'Ｐarcel' });
    expect(faultsOf({ ...details, shortcut: 'a b' }, [], undefined)).toEqual({ shortcut: 'signs' });
    expect(faultsOf({ ...details, shortcut: 'parcel' }, [other], undefined)).toEqual({ shortcut: 'taken' });
    expect(faultsOf({ ...details, shortcut: 'parcel' }, [other], other.id)).toEqual({});
    expect(faultsOf({ ...details, title: ' ' }, [], undefined)).toEqual({ title: 'needed' });
  });

  test('the order of keys is no difference', () => {
    const one = emptyDetails('en');
    const { title, ...rest } = one;
    expect(sameDetails(one, { ...rest, title, shortcut: undefined })).toBe(true);
    expect(sameDetails(one, { ...one, title: 'x' })).toBe(false);
  });
});

describe('the list', () => {
  const today = '2026-03-02';
  const plain = readList(new URLSearchParams());

  test('its address brings back what it showed, and strange ones are no harm', () => {
    const state = {
      ...plain,
      text: '物流 & more',
      folder: 'a/b',
      tags: ['x,y', 'z'],
      platforms: ['x' as const],
      shelf: 'drafts' as const,
    };
    expect(readList(new URLSearchParams(listHash(state).split('?')[1]))).toEqual(state);
    expect(listHash(plain)).toBe('#/templates');
    expect(readList(new URLSearchParams('show=no&sort=%00&site=nowhere&tag='))).toEqual(plain);
    expect(readList(new URLSearchParams(listHash({ ...plain, folder: '' }).split('?')[1])).folder).toBe('');
  });

  test('folders hold what lies in them, sites what is offered everywhere, archived ones stand apart', () => {
    const inner = templateOf(1, { folder: 'a/b', platforms: ['x'] });
    expect(fits(inner, { ...plain, folder: 'a' }, today)).toBe(true);
    expect(fits(templateOf(2, { folder: 'ab' }), { ...plain, folder: 'a' }, today)).toBe(false);
    expect(fits(inner, { ...plain, platforms: ['weibo'] }, today)).toBe(false);
    expect(fits(templateOf(3), { ...plain, platforms: ['weibo'] }, today)).toBe(true);
    expect(fits(templateOf(4, { archived: true }), plain, today)).toBe(false);
    expect(fits(templateOf(4, { archived: true }), { ...plain, shelf: 'archived' }, today)).toBe(true);
    expect(fits(templateOf(5, { reviewOn: today }), { ...plain, shelf: 'review' }, today)).toBe(true);
    expect(fits(templateOf(5, { reviewOn: '2026-03-03' }), { ...plain, shelf: 'review' }, today)).toBe(false);
    expect(
      allFolders([inner, templateOf(6, { folder: 'a-c' }), templateOf(7, { folder: 'a' })], 'en'),
    ).toEqual(['a', 'a/b', 'a-c']);
  });

  test('the most used come first, unused ones by their last change', () => {
    const rows = [
      { template: templateOf(1), figures: undefined },
      { template: templateOf(2, { updatedAt: '2026-03-02T00:00:00.000Z' }), figures: undefined },
      { template: templateOf(3), figures: figuresOf(3, 7) },
    ];
    expect(sorted(rows, 'used', 'en').map(({ template }) => template.title)).toEqual([
      'Reply 3',
      'Reply 2',
      'Reply 1',
    ]);
    expect(sorted(rows, 'title', 'en')[0]?.template.title).toBe('Reply 1');
  });
});

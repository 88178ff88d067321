import { describe, expect, test } from 'vitest';
import { type ClickFacts, judgeClick } from '../../../utils/page/click-guard.ts';
import { cleanLook, type Look } from '../../../utils/page/real-visibility.ts';

const plain: ClickFacts = {
  trusted: true,
  seen: 'visible',
  visibleFor: 300,
  ratio: 1,
  stylesClean: true,
  reached: true,
};

describe('the click rule', () => {
  const table: [string, Partial<ClickFacts>, ReturnType<typeof judgeClick>][] = [
    ['a plain click on a button that is really there', {}, 'accept'],
    ['almost whole', { ratio: 0.99 }, 'accept'],
    ['a browser without real visibility, everything else right', { seen: 'unsupported' }, 'accept'],
    ['a script clicks', { trusted: false }, 'ignore'],
    ['a script clicks on a hidden button', { trusted: false, seen: 'hidden' }, 'ignore'],
    ['covered or faded', { seen: 'hidden' }, 'ask-in-popup'],
    ['just appeared', { visibleFor: 299 }, 'ask-in-popup'],
    ['never seen', { visibleFor: Number.NEGATIVE_INFINITY }, 'ask-in-popup'],
    [
      'just appeared, browser without real visibility',
      { seen: 'unsupported', visibleFor: 0 },
      'ask-in-popup',
    ],
    ['clipped', { ratio: 0.98 }, 'ask-in-popup'],
    ['masked', { stylesClean: false }, 'ask-in-popup'],
    ['something lies over a corner', { reached: false }, 'ask-in-popup'],
  ];
  test.each(table)('%s', (_name, facts, verdict) => {
    expect(judgeClick({ ...plain, ...facts })).toBe(verdict);
  });
});

describe('looks of an ancestor', () => {
  const untouched: Look = {
    opacity: '1',
    filter: 'none',
    clipPath: 'none',
    transform: 'none',
    scale: 'none',
    mixBlendMode: 'normal',
    pointerEvents: 'auto',
    visibility: 'visible',
    maskImage: 'none',
    webkitMaskImage: 'none',
  };
  const table: [string, Partial<Look>, boolean][] = [
    ['untouched', {}, true],
    ['a property that the browser does not know', { maskImage: '', webkitMaskImage: '' }, true],
    ['moved', { transform: 'matrix(1, 0, 0, 1, 120, -40)' }, true],
    ['grey on a day of mourning', { filter: 'grayscale(1)' }, true],
    ['a little larger', { transform: 'matrix(1.2, 0, 0, 1.2, 0, 0)' }, true],
    ['faded', { opacity: '0.01' }, false],
    ['faded by a filter', { filter: 'opacity(0.01)' }, false],
    ['a filter hidden behind a harmless one', { filter: 'grayscale(1) opacity(0.01)' }, false],
    ['cut', { clipPath: 'inset(0px 0px 0px 99%)' }, false],
    ['masked', { maskImage: 'linear-gradient(rgba(0, 0, 0, 0), rgba(0, 0, 0, 0))' }, false],
    ['masked in older words', { webkitMaskImage: 'url("x.png")' }, false],
    ['collapsed', { transform: 'matrix(0, 0, 0, 1, 0, 0)' }, false],
    ['tiny', { scale: '0.1' }, false],
    ['turned', { transform: 'matrix(0, 1, -1, 0, 0, 0)' }, false],
    [
      'turned away in space',
      { transform: 'matrix3d(1, 0, 0, 0, 0, -1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1)' },
      false,
    ],
    ['blended away', { mixBlendMode: 'multiply' }, false],
    ['hidden', { visibility: 'hidden' }, false],
  ];
  test.each(table)('%s', (_name, look, clean) => {
    expect(cleanLook({ ...untouched, ...look })).toBe(clean);
  });
});

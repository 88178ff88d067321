import { describe, expect, test } from 'vitest';
import { buildFolder, builtNow, readBuilt, scriptsOf, type Target } from '../../support/built.ts';

const targets: Target[] = ['chrome', 'firefox'];

describe.skipIf(!builtNow).each(targets)('the start of the popup for %s', (target) => {
  const folder = buildFolder(target);
  const page = () => readBuilt(folder, 'popup.html');
  const named = (pattern: RegExp) => [...page().matchAll(pattern)].map(([, path]) => path ?? '');

  test('one small script asks at once, and what draws comes beside it', () => {
    const [asking, ...others] = named(/<script[^>]+src="\/([^"]+)"/g);
    expect(others).toEqual([]);
    // it would wait for the styles otherwise
    expect(page()).toMatch(/<script async type="module"/);
    expect(readBuilt(folder, asking ?? '').length).toBeLessThan(25_000);
    expect(readBuilt(folder, asking ?? '')).toContain('overview.get');
    const beside = named(/<link rel="modulepreload"[^>]+href="\/([^"]+)"/g);
    expect(beside).toHaveLength(1);
    expect(beside[0]).toMatch(/show-popup/);
    expect(scriptsOf(folder, 'popup.html')).toContain(beside[0]);
  });

  test('one style sheet, without those of the saved replies', () => {
    const styles = named(/<link rel="stylesheet"[^>]+href="\/([^"]+)"/g);
    expect(styles).toHaveLength(1);
    expect(readBuilt(folder, styles[0] ?? '')).not.toContain('.palette');
  });
});

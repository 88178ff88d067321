import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markNames } from '../../../utils/domain/keyword-kinds.ts';
import { newId } from '../../../utils/domain/new-id.ts';
import { type FirefoxBrowsing, launchFirefox, until } from '../../support/firefox.ts';
import { marked, wordGroups } from '../../support/word-marks.ts';

const watch = 'https://www.youtube.com/watch?v=k3ttleSn0w1';
const video = 'https://www.bilibili.com/video/BV1kE4y1Z7xA/';
const folder = join(import.meta.dirname, '../../fixtures/pages');
const page = (file: string) => readFileSync(join(folder, file), 'utf8');

let firefox: FirefoxBrowsing;
beforeAll(async () => {
  firefox = await launchFirefox();
  const comments = `<script>
    list.append(thread(comment('snow_owl', 'where did you get this kettle?', 'c1')));
    list.append(thread(comment('frost.fern', 'a scam!', 'c2')));
  </script></body>`;
  firefox.answers.set(watch, page('living-youtube.html').replace('</body>', comments));
  firefox.answers.set(video, page('living-bilibili.html'));
  await tell('keyword.starter', { groups: wordGroups });
});
afterAll(() => firefox?.close());

/** Sends a message to the background from an extension page. */
async function tell(type: string, input: object): Promise<{ ok: boolean; value: unknown }> {
  const inside = await firefox.openExtensionPage('dashboard.html');
  const answer = await inside.evaluate(
    (message) => {
      const { browser } = globalThis as unknown as {
        browser: { runtime: { sendMessage(m: object): Promise<unknown> } };
      };
      return browser.runtime.sendMessage(message);
    },
    { type, input: type.startsWith('keyword.groups') ? input : { operationId: newId(), ...input } },
  );
  await inside.close();
  return answer as { ok: boolean; value: unknown };
}

/** Whether this Firefox has highlights: from 140 on. */
const canMark = async (tab: Awaited<ReturnType<FirefoxBrowsing['openPage']>>) =>
  tab.evaluate(() => 'highlights' in CSS);

async function untilMarked(
  tab: Awaited<ReturnType<FirefoxBrowsing['openPage']>>,
  wanted: ReturnType<typeof marked>,
): Promise<void> {
  await until(`marks ${JSON.stringify(wanted)}`, async () => {
    const now = await tab.evaluate(marked, markNames);
    return JSON.stringify(now) === JSON.stringify(wanted);
  });
}

test('words are marked, the site’s text nodes stay, recycled rows show their own, and nothing is left when it is switched off', async () => {
  const tab = await firefox.openPage(watch);
  if (!(await canMark(tab))) return;
  await tab.evaluate(() =>
    Object.assign(window, {
      kept: [...document.querySelectorAll('#content-text')].map((row) => row.firstChild),
    }),
  );
  await untilMarked(tab, { low: [], medium: ['where did you get'], high: ['scam'] });
  const same = await tab.evaluate(() =>
    [...document.querySelectorAll('#content-text')].every(
      (row, at) =>
        row.childNodes.length === 1 && row.firstChild === (window as unknown as { kept: Node[] }).kept[at],
    ),
  );
  expect(same).toBe(true);
  const looks = await tab.evaluate(() => {
    const row = document.querySelector('#content-text');
    return row && getComputedStyle(row, '::highlight(word-medium)').backgroundColor;
  });
  expect(looks).toMatch(/^rgba\(255, 160, 0/);
  await tab.evaluate(() => {
    const [row] = document.querySelectorAll('#content-text');
    if (row) row.textContent = 'no scams, please';
  });
  await untilMarked(tab, { low: [], medium: [], high: ['scams', 'scam'] });
  await tell('settings.save', { changes: { markKeywords: false } });
  await untilMarked(tab, { low: [], medium: [], high: [] });
  await tell('settings.save', { changes: { markKeywords: true } });
  await untilMarked(tab, { low: [], medium: [], high: ['scams', 'scam'] });
  await tab.close();
});

test('words inside nested open shadow roots are marked and look like it', async () => {
  const tab = await firefox.openPage(video);
  if (!(await canMark(tab))) return;
  await untilMarked(tab, { low: [], medium: ['哪里买'], high: [] });
  const looks = await tab.evaluate(() => {
    const find = (root: Document | ShadowRoot): Element | null => {
      const own = root.querySelector('#contents');
      if (own?.textContent?.includes('哪里买')) return own;
      for (const element of root.querySelectorAll('*')) {
        const inner = element.shadowRoot && find(element.shadowRoot);
        if (inner) return inner;
      }
      return null;
    };
    const element = find(document);
    return element && getComputedStyle(element, '::highlight(word-medium)').backgroundColor;
  });
  expect(looks).toMatch(/^rgba\(255, 160, 0/);
  await tab.close();
});

import { rmSync } from 'node:fs';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { bundle, pageWith } from '../../editors/bundle.ts';
import { runComposition } from '../../editors/composition-case.ts';
import { whenScripted } from '../../editors/driven.ts';
import { makeExtension } from '../../editors/make-extension.ts';
import { beginReport, report } from '../../editors/matrix-report.ts';
import { runMatrix } from '../../editors/run-matrix.ts';
import { editorUrl, type Setup, setupNames, setups } from '../../editors/setups.ts';
import { assertNothingPressed, specialCases } from '../../editors/special-cases.ts';
import { type Browsing, launchChromium } from '../../support/chromium.ts';

// one browser for all editors
test.describe.configure({ mode: 'default' });

let browsing: Browsing;
let extension: string;

test.beforeAll(async () => {
  extension = await makeExtension('chromium');
  browsing = await launchChromium({ extension });
});
test.afterAll(async () => {
  await browsing?.close();
  rmSync(extension, { recursive: true, force: true });
});

async function open(name: string, { page, alias }: Omit<Setup, 'title'>): Promise<Page> {
  browsing.pages.put(editorUrl(name), pageWith(await bundle(`pages/${page}.ts`, alias)));
  const tab = await browsing.context.newPage();
  await tab.goto(editorUrl(name));
  await whenScripted(tab);
  return tab;
}

test('begins the table', () => beginReport('chromium'));

for (const name of setupNames) {
  const setup: Setup = setups[name];

  test(`${setup.title}: text, caret and undo`, async () => {
    const page = await open(name, setup);
    const row = await runMatrix('chromium', name, page);
    report('chromium', row);
    expect(row.faults).toEqual([]);
    await assertNothingPressed(page);
    await page.close();
  });

  test(`${setup.title}: an input method at work`, async () => {
    const page = await open(name, setup);
    const cdp = await browsing.context.newCDPSession(page);
    await runComposition(page, {
      compose: (text) => compose(cdp, text),
      commit: async (text) => {
        await cdp.send('Input.insertText', { text });
      },
    });
    await page.close();
  });
}

async function compose(cdp: CDPSession, text: string): Promise<void> {
  await cdp.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
}

test.describe('whatever the editor', () => {
  let page: Page;
  test.beforeAll(async () => {
    page = await open('special', { page: 'special' });
  });
  for (const [name, run] of Object.entries(specialCases)) test(name, () => run(page));
  test('nothing was pressed or sent', () => assertNothingPressed(page));
});

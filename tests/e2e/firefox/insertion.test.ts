import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle, pageWith } from '../../editors/bundle.ts';
import { whenScripted } from '../../editors/driven.ts';
import { makeExtension } from '../../editors/make-extension.ts';
import { beginReport, report } from '../../editors/matrix-report.ts';
import { runMatrix } from '../../editors/run-matrix.ts';
import { editorUrl, type Setup, setupNames, setups } from '../../editors/setups.ts';
import { assertNothingPressed, specialCases } from '../../editors/special-cases.ts';
import { type FirefoxBrowsing, launchFirefox } from '../../support/firefox.ts';

let firefox: FirefoxBrowsing;
let extension: string;

beforeAll(async () => {
  beginReport('firefox');
  extension = await makeExtension('firefox');
  firefox = await launchFirefox(extension);
});
afterAll(async () => {
  await firefox?.close();
  rmSync(extension, { recursive: true, force: true });
});

async function open(name: string, { page, alias }: Omit<Setup, 'title'>): Promise<Page> {
  firefox.answers.set(editorUrl(name), pageWith(await bundle(`pages/${page}.ts`, alias)));
  const tab = await firefox.openPage(editorUrl(name));
  await tab.bringToFront();
  await whenScripted(tab);
  return tab;
}

test.each(setupNames)('%s: text, caret and undo', async (name) => {
  const setup: Setup = setups[name];
  const page = await open(name, setup);
  const row = await runMatrix('firefox', name, page);
  report('firefox', row);
  expect(row.faults).toEqual([]);
  await assertNothingPressed(page);
  await page.close();
});

describe('whatever the editor', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('special', { page: 'special' });
  });
  test.each(Object.entries(specialCases))('%s', (_name, run) => run(page));
  test('nothing was pressed or sent', () => assertNothingPressed(page));
});

/**
 * `npm run demo`: Deckhand in a browser, on sample pages of invented people at real platform addresses. Nothing is asked of the
 * network. With a screen the browser stays open and the notebook is kept in `.demo-profile`; without one the jobs run by
 * themselves and leave pictures and records in `demo-output`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureChineseFonts, findChromium, hasScreen } from './browsers.ts';
import { launchChromium, openExtensionPage, whenRegistered } from './chromium.ts';
import { runJobs } from './demo-jobs.ts';
import { samplePages } from './sample-pages.ts';
import { root } from './source-files.ts';

function build(): void {
  console.log('Building Deckhand with access to the sample sites …');
  const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs');
  const done = spawnSync(process.execPath, [wxt, 'build', '--mode', 'e2e'], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) {
    console.error(done.stdout, done.stderr);
    throw new Error('The build failed; what went wrong stands above.');
  }
}

/** Opens the sample pages for a person to try, and waits until the window is closed. */
async function stayOpen(): Promise<void> {
  const browsing = await launchChromium({
    headless: false,
    profile: join(root, '.demo-profile'),
    viewport: null,
    language: Intl.DateTimeFormat().resolvedOptions().locale,
  });
  const closed = new Promise<void>((done) => browsing.context.once('close', () => done()));
  await whenRegistered(browsing);
  for (const { url } of Object.values(samplePages)) {
    const page = await browsing.context.newPage();
    await page.goto(url);
  }
  await openExtensionPage(browsing, 'dashboard.html#/welcome');
  console.log('Deckhand is in the toolbar (behind the puzzle piece, where you can pin it).');
  console.log(
    'Each tab is a sample page: press the small button beside the name, or Deckhand in the toolbar.',
  );
  console.log('The notebook is kept in .demo-profile until the next time. Close the window to end.');
  await closed;
}

console.log(`Browser: ${findChromium()}`);
build();
if (hasScreen()) await stayOpen();
else {
  ensureChineseFonts();
  process.exitCode = (await runJobs(join(root, 'demo-output'))) ? 0 : 1;
}

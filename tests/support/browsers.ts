import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import {
  Browser,
  computeExecutablePath,
  detectBrowserPlatform,
  install,
  resolveBuildId,
} from '@puppeteer/browsers';

/** Switches that keep Chromium from talking to anybody by itself and that a machine without a graphics card needs. */
export const quietFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-quic',
  '--disable-gpu',
  '--disable-search-engine-choice-screen',
  '--disable-features=OptimizationHints,MediaRouter,Translate',
];

const windowsFolders = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
].filter((folder) => folder !== undefined);

/** Firefox 140 is the first with the add-on consent that the manifest declares. */
const oldestFirefox = 140;

function say(line: string): void {
  console.log(line);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Chromium refuses its sandbox to root. */
export function sandboxFlags(): string[] {
  return isRoot() ? ['--no-sandbox'] : [];
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function versionOf(path: string): string {
  // Windows programs open a window instead of answering
  if (process.platform === 'win32') return '';
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return answer.stdout?.trim() ?? '';
}

function isDebian(): boolean {
  return (
    existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8')) && isRoot()
  );
}

function run(command: string, parameters: string[]): boolean {
  say(`  ${command} ${parameters.join(' ')}`);
  const done = spawnSync(command, parameters, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  });
  return done.status === 0;
}

function aptInstall(...packages: string[]): boolean {
  return run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', ...packages]);
}

/**
 * Why a program cannot load the extension, or null when it can.
 * Branded Chrome ignores `--load-extension` since version 137; Chrome for Testing and Chromium obey.
 */
export function refusal(path: string, version: string): string | null {
  const branded =
    /^(Google Chrome|Microsoft Edge)(?! for Testing)/.test(version) ||
    /Google Chrome(?! for Testing)[^/\\]*\.app|Google[/\\]Chrome[/\\]Application|Microsoft[/\\]Edge|google-chrome/.test(
      path,
    );
  return branded
    ? `${path} is branded ${/edge/i.test(path + version) ? 'Edge' : 'Chrome'}: it ignores --load-extension. Use Chromium or Chrome for Testing.`
    : null;
}

function chromiumPlaces(): string[] {
  if (process.platform === 'darwin')
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => [
      join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
      join(folder, 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'),
    ]);
  if (process.platform === 'win32')
    return windowsFolders.map((folder) => join(folder, 'Chromium', 'Application', 'chrome.exe'));
  return ['chromium', 'chromium-browser', 'chrome-for-testing'].flatMap((name) => onPath(name) ?? []);
}

/**
 * Finds a Chromium that loads extensions and installs one where there is none; says what it does.
 * @returns path of the program
 * @throws when DECKHAND_CHROMIUM names a program that cannot be used, or when nothing could be installed
 */
export function findChromium(): string {
  const wanted = process.env.DECKHAND_CHROMIUM;
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`DECKHAND_CHROMIUM is ${wanted}, where there is no program.`);
    const reason = refusal(wanted, versionOf(wanted));
    if (reason) throw new Error(`DECKHAND_CHROMIUM: ${reason}`);
    return wanted;
  }
  const playwrights = chromium.executablePath();
  for (const path of [...chromiumPlaces(), playwrights]) {
    if (!path || !existsSync(path)) continue;
    const reason = refusal(path, versionOf(path));
    if (!reason) return path;
    say(`Not used: ${reason}`);
  }
  say('No Chromium found.');
  if (isDebian()) {
    say('Installing the one of Debian:');
    const path = aptInstall('chromium') ? onPath('chromium') : undefined;
    if (path) return path;
  }
  say('Installing the one of Playwright:');
  const withLibraries = process.platform === 'linux' && isRoot() ? ['--with-deps'] : [];
  run(process.execPath, [
    join(import.meta.dirname, '../../node_modules/playwright/cli.js'),
    'install',
    ...withLibraries,
    'chromium',
  ]);
  if (existsSync(playwrights)) return playwrights;
  throw new Error('No Chromium could be installed. Install one and put its path into DECKHAND_CHROMIUM.');
}

function firefoxPlaces(): string[] {
  if (process.platform === 'darwin')
    return ['Firefox', 'Firefox Developer Edition', 'Firefox Nightly'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/firefox`,
    );
  if (process.platform === 'win32')
    return windowsFolders.map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe'));
  return ['firefox-esr', 'firefox'].flatMap((name) => onPath(name) ?? []);
}

function firefoxIsNewEnough(path: string): boolean {
  const version = /Firefox (\d+)/.exec(versionOf(path))?.[1];
  // without an answer (Windows) the tests themselves will tell
  if (version === undefined || Number(version) >= oldestFirefox) return true;
  say(`Not used: ${path} is Firefox ${version}, Deckhand needs ${oldestFirefox} or newer.`);
  return false;
}

/**
 * Finds a Firefox for WebDriver BiDi and installs one where there is none; says what it does.
 * Playwright's own Firefox is a patched build that puppeteer cannot drive, so it is not looked at.
 * @throws when DECKHAND_FIREFOX names no program, or when nothing could be installed
 */
export async function findFirefox(): Promise<string> {
  const wanted = process.env.DECKHAND_FIREFOX;
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`DECKHAND_FIREFOX is ${wanted}, where there is no program.`);
    return wanted;
  }
  const found = firefoxPlaces().find((path) => existsSync(path) && firefoxIsNewEnough(path));
  if (found) return found;
  say('No Firefox found.');
  if (isDebian()) {
    say('Installing the one of Debian:');
    const path = aptInstall('firefox-esr') ? onPath('firefox-esr') : undefined;
    if (path && firefoxIsNewEnough(path)) return path;
  }
  try {
    return await downloadFirefox();
  } catch (error) {
    throw new Error(
      `No Firefox could be installed (${String(error)}). Install Firefox ${oldestFirefox} or newer, or put its path into DECKHAND_FIREFOX.`,
    );
  }
}

async function downloadFirefox(): Promise<string> {
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error(`no Firefox is offered for ${process.platform} ${process.arch}`);
  const cacheDir = join(homedir(), '.cache', 'puppeteer');
  const buildId = await resolveBuildId(Browser.FIREFOX, platform, 'stable');
  const browser = { browser: Browser.FIREFOX, buildId, cacheDir, platform };
  const path = computeExecutablePath(browser);
  if (existsSync(path)) return path;
  say(`Downloading Firefox ${buildId} from Mozilla into ${cacheDir}`);
  return (await install(browser)).executablePath;
}

/** Pictures with Chinese words need a font that has them. Installs one where that is possible, otherwise says what is missing. */
export function ensureChineseFonts(): void {
  if (process.platform !== 'linux') return;
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  if (fonts.status === 0 && fonts.stdout.trim()) return;
  if (isDebian()) {
    say('No font with Chinese characters found. Installing one:');
    if (aptInstall('fonts-noto-cjk')) return;
  }
  say(
    'No font with Chinese characters: Chinese words in pictures will be empty boxes (fonts-noto-cjk has them).',
  );
}

/** Whether a window could be seen by somebody. */
export function hasScreen(): boolean {
  if (process.env.CI || !process.stdout.isTTY) return false;
  if (process.platform === 'linux') return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return true;
}

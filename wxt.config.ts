import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { sites } from './utils/sites/registry.ts';
import { siteScriptSources } from './utils/sites/site-scripts.ts';

/** Match patterns of every platform that the script on the page is written for. */
const siteOrigins = sites.flatMap((site) => site.hosts.map((host) => `https://${host}/*`)).sort();

/** A site that the registry does not know, as if the person had said "always here"; in the builds for tests and the demo only. */
const addedByHand = 'https://lin-ceramics.example/*';

/** Public half of a key pair made for this product: gives unpacked Chromium builds the same id on every machine. */
const chromeKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAs3Fw6XDpB0ziGDT4gbIdEG9Y5gnR1DXUpERZ5p/rGS/O7bahKElXvYmv6E2x0TtvVfiCIC0cxWZo2TkjHZLU4yCnkxMgpKFEYlwJbU11U5dc/enF6y6+vVOA6QT5YzUTkHD1A0ILEkUff01Qt2uRCcek6aCu+Gyj2nolqPiKDoAT3igNbcRVwTrAvByujZo59aKiIF62/32UErSo4W8YUDFM+PGr/kCX+s5NPH4l9OCrEU1d5TsF83GQDtOtMHdndyt/DhDEI3fXN0cXvWyiUhUT9Dkchf1fHCPz63oFhdjE+V1A4GjT+iKhXWoVOsIhiMa+6E+dn8lS0k1y60/p1QIDAQAB';

/**
 * Extension pages load nothing from anywhere: a creator's picture address would be a request to the platform. The background is the one
 * exception: it asks shops for the pages whose refresh the person switched on (`fetch-text.ts`), where the browser was told to let it. The manifest
 * knows one policy for all; that of the pages stands in each of them (`noRequests`).
 */
const backgroundPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self' https:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Two policies hold together: a page with this one asks nobody, whatever the manifest's allows the background. */
const noRequests = "connect-src 'self'";

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  // what runs leave behind here is nobody's business, a tester's notebook least of all
  zip: {
    excludeSources: ['.demo-profile/**', '.dev-profile/**', 'demo-output/**', 'test-results/**', 'tests/**'],
  },
  // `npm run dev`: logins on real sites are kept between starts; a browser started as root needs to be told that it may
  webExt: {
    chromiumProfile: fileURLToPath(new URL('./.dev-profile', import.meta.url)),
    keepProfileChanges: true,
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  manifestVersion: 3,
  hooks: {
    // A platform is one file in utils/sites: its two scripts are not written by hand a second time.
    'entrypoints:found': (wxt, found) => {
      const folder = join(wxt.config.wxtDir, 'site-scripts');
      mkdirSync(folder, { recursive: true });
      for (const [name, source] of Object.entries(siteScriptSources('../../utils'))) {
        const inputPath = join(folder, `${name}.ts`);
        writeFileSync(inputPath, source);
        found.push({ name, inputPath, type: 'unlisted-script' });
      }
    },
    // Built by itself the popup starts from one file, not from a dozen that hold what it shares with the larger pages.
    'entrypoints:grouped': (wxt, groups) => {
      if (wxt.config.command !== 'build') return;
      for (const group of groups) {
        if (!Array.isArray(group)) continue;
        const popup = group.findIndex(({ type }) => type === 'popup');
        if (popup < 0 || group.length === 1) continue;
        groups.push(group.splice(popup, 1));
        break;
      }
    },
    'vite:build:extendConfig': (built, config) => {
      const [page, ...others] = built;
      if (page?.type !== 'popup' || others.length > 0) return;
      config.build ??= {};
      config.build.rolldownOptions = mergeConfig(config.build.rolldownOptions ?? {}, {
        output: {
          codeSplitting: {
            groups: [
              { name: 'popup', tags: ['$initial'], priority: 1 },
              { name: 'show-popup', test: /\/popup\/show-popup\.tsx$/ },
            ],
          },
        },
      });
    },
  },
  // every browser that runs this build knows modulepreload
  vite: ({ command }) => ({
    build: { target: 'es2022', modulePreload: { polyfill: false } },
    plugins: [
      {
        name: 'pages-ask-nobody',
        // while it is developed, a page listens to the server that rebuilds it
        transformIndexHtml: () =>
          command === 'build'
            ? [
                {
                  tag: 'meta',
                  attrs: { 'http-equiv': 'Content-Security-Policy', content: noRequests },
                  injectTo: 'head-prepend' as const,
                },
              ]
            : [],
      },
      {
        name: 'popup-loads-side-by-side',
        // what draws the popup is needed in any case: the browser asks for it together with what asks the first questions
        transformIndexHtml: {
          order: 'post' as const,
          handler: (html, { bundle }) => {
            const drawing = Object.keys(bundle ?? {}).find((path) => /\/show-popup-[^/]+\.js$/.test(path));
            if (!drawing) return html;
            return {
              // a script that is not async waits for the styles
              html: html.replace('<script type="module"', '<script async type="module"'),
              tags: [
                {
                  tag: 'link',
                  attrs: { rel: 'modulepreload', crossorigin: true, href: `/${drawing}` },
                  injectTo: 'head' as const,
                },
              ],
            };
          },
        },
      },
    ],
  }),
  manifest: ({ browser, command, mode }) => ({
    name: '__MSG_name__',
    short_name: 'Deckhand',
    description: '__MSG_description__',
    default_locale: 'en',
    // The stores give their own key; every other Chromium build keeps one id.
    ...(browser === 'chrome' && mode !== 'store' ? { key: chromeKey } : {}),
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'alarms',
      'activeTab',
      'contextMenus',
      // a worker cannot parse a page; Firefox's background can
      ...(browser === 'chrome' ? ['offscreen'] : []),
    ],
    // asked for when the person switches notifications on
    optional_permissions: ['notifications'],
    optional_host_permissions: [...siteOrigins, 'https://*/*', '<all_urls>'],
    // The builds for end-to-end tests and the demo differ in granted hosts and in nothing else.
    ...(mode === 'e2e' ? { host_permissions: [...siteOrigins, addedByHand] } : {}),
    action: { default_title: '__MSG_name__' },
    options_ui: { page: 'dashboard.html', open_in_tab: true },
    // Chromium refuses an extension with more than four suggested keys.
    commands: {
      'capture-creator': {
        suggested_key: { default: 'Alt+Shift+C' },
        description: '__MSG_command_capture__',
      },
      'open-palette': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_command_palette__',
      },
      snapshot: {
        suggested_key: { default: 'Alt+Shift+X' },
        description: '__MSG_command_snapshot__',
      },
      'tag-item': {
        suggested_key: { default: 'Alt+Shift+T' },
        description: '__MSG_command_tag__',
      },
      'open-panel': { description: '__MSG_command_panel__' },
      'toggle-overlay': { description: '__MSG_command_toggle__' },
    },
    web_accessible_resources: [
      {
        resources: ['frame.html'],
        matches: ['https://*/*', 'http://*/*'],
        // Firefox does not know the key; its address is random per installation anyway.
        ...(browser === 'chrome' ? { use_dynamic_url: true } : {}),
      },
    ],
    ...(command === 'build' ? { content_security_policy: { extension_pages: backgroundPolicy } } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: '{6d1f0a52-8c0e-4b53-9d5e-4a1c7c0b9f11}',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});

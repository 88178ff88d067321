import { describe, expect, test } from 'vitest';
import { sites } from '../../../utils/sites/registry.ts';
import {
  buildFolder,
  builtFiles,
  builtNow,
  chromiumId,
  manifestOf,
  readBuilt,
  type Target,
} from '../../support/built.ts';

const origins = sites.flatMap(({ hosts }) => hosts.map((host) => `https://${host}/*`));
const targets: Target[] = ['chrome', 'firefox'];

describe.skipIf(!builtNow).each(targets)('the manifest for %s', (target) => {
  const manifest = () => manifestOf(buildFolder(target));

  test('asks for these permissions and no other', () => {
    expect([...(manifest().permissions ?? [])].sort()).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      // a worker parses no page; the permission asks the person for nothing
      ...(target === 'chrome' ? ['offscreen'] : []),
      'scripting',
      // Firefox has a sidebar without being asked
      ...(target === 'chrome' ? ['sidePanel'] : []),
      'storage',
      'unlimitedStorage',
    ]);
  });

  test('may ask for notifications when the person switches them on', () => {
    expect(manifest().optional_permissions).toEqual(['notifications']);
  });

  test('takes no host without being asked', () => {
    expect(manifest()).not.toHaveProperty('host_permissions');
    expect(manifest()).not.toHaveProperty('content_scripts');
  });

  test('may ask for the hosts of the registry, any https site and pictures', () => {
    expect([...(manifest().optional_host_permissions ?? [])].sort()).toEqual(
      [...new Set([...origins, 'https://*/*', '<all_urls>'])].sort(),
    );
  });

  test('has a panel beside the page that opens when it is asked for', () => {
    const { side_panel, sidebar_action } = manifest();
    if (target === 'chrome') expect(side_panel).toEqual({ default_path: 'sidepanel.html' });
    else expect(sidebar_action).toMatchObject({ default_panel: 'sidepanel.html', open_at_install: false });
    expect(manifest().commands?.['open-panel']).toEqual({ description: '__MSG_command_panel__' });
  });

  test('suggests at most four keys: with five Chromium does not start the worker', () => {
    const suggested = Object.values(manifest().commands ?? {}).filter(({ suggested_key }) => suggested_key);
    expect(suggested.length).toBeGreaterThan(0);
    expect(suggested.length).toBeLessThanOrEqual(4);
  });

  test('lets extension pages load nothing from anywhere else', () => {
    const policy = manifest().content_security_policy?.extension_pages ?? '';
    const rules = new Map(
      policy.split(';').map((rule) => {
        const [name = '', ...values] = rule.trim().split(/\s+/);
        return [name, values.join(' ')];
      }),
    );
    expect(rules.get('default-src')).toBe("'none'");
    expect(rules.get('script-src')).toBe("'self'");
    // the background's: it refreshes shop pages where the person switched that on
    expect(rules.get('connect-src')).toBe("'self' https:");
    expect(rules.get('img-src')).toBe("'self' blob: data:");
    expect(policy.replace('connect-src', '').replace("'self' https:", '')).not.toMatch(/https?:|unsafe|\*/);
  });

  test('lets no page of ours ask anybody: each says so itself', () => {
    const pages = builtFiles(buildFolder(target)).filter((path) => path.endsWith('.html'));
    expect(pages).toContain('dashboard.html');
    const open = pages.filter(
      (path) =>
        !/<head>\s*<meta http-equiv="Content-Security-Policy" content="connect-src (?:'|&#39;)self(?:'|&#39;)">/.test(
          readBuilt(buildFolder(target), path),
        ),
    );
    expect(open).toEqual([]);
  });

  test('shows web pages nothing but the frame', () => {
    const resources = manifest().web_accessible_resources ?? [];
    expect(resources.flatMap((entry) => entry.resources)).toEqual(['frame.html']);
    if (target === 'chrome') expect(resources.every((entry) => entry.use_dynamic_url)).toBe(true);
  });

  test('lets no web page and no other extension speak to the worker', () => {
    expect(manifest()).not.toHaveProperty('externally_connectable');
  });

  test('the test build differs in granted hosts and in nothing else', () => {
    const { host_permissions, ...rest } = manifestOf(buildFolder(target, 'e2e'));
    // and one site that the registry does not know, as if the person had added it
    const added = 'https://lin-ceramics.example/*';
    expect([...(host_permissions ?? [])].sort()).toEqual([...new Set([...origins, added])].sort());
    expect(rest).toEqual(manifest());
  });
});

describe.skipIf(!builtNow)('what only one browser knows', () => {
  test('Chromium gets the same id on every machine', () => {
    const { key } = manifestOf(buildFolder('chrome'));
    expect(chromiumId(String(key))).toMatch(/^[a-p]{32}$/);
    expect(manifestOf(buildFolder('chrome', 'e2e')).key).toBe(key);
  });

  test('Firefox gets an id and the word that nothing is collected', () => {
    const { browser_specific_settings } = manifestOf(buildFolder('firefox')) as {
      browser_specific_settings?: { gecko?: Record<string, unknown> };
    };
    expect(browser_specific_settings?.gecko?.id).toMatch(/^(\{[0-9a-f-]{36}\}|[\w.-]+@[\w.-]+)$/);
    expect(browser_specific_settings?.gecko?.data_collection_permissions).toEqual({ required: ['none'] });
    expect(
      Number.parseInt(String(browser_specific_settings?.gecko?.strict_min_version), 10),
    ).toBeGreaterThanOrEqual(140);
    expect(manifestOf(buildFolder('firefox'))).not.toHaveProperty('key');
  });
});

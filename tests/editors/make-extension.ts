import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { editorsOrigin } from './setups.ts';

/**
 * A small extension of the tests' own with nothing in it but the code that inserts: the product's builds carry no door for tests.
 * @returns its folder; who asked for it takes it away
 */
export async function makeExtension(browser: 'chromium' | 'firefox'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'deckhand-editors-'));
  const [content, background] = await Promise.all([
    bundle('extension/content.ts'),
    bundle('extension/background.ts'),
  ]);
  writeFileSync(join(folder, 'content.js'), content);
  writeFileSync(join(folder, 'background.js'), background);
  const manifest = {
    manifest_version: 3,
    name: 'Insertion',
    version: '1',
    permissions: ['scripting'],
    host_permissions: [`${editorsOrigin}/*`],
    content_scripts: [{ matches: [`${editorsOrigin}/*`], js: ['content.js'], run_at: 'document_idle' }],
    ...(browser === 'chromium'
      ? { background: { service_worker: 'background.js' } }
      : {
          background: { scripts: ['background.js'] },
          browser_specific_settings: { gecko: { id: 'insertion@editors.example' } },
        }),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

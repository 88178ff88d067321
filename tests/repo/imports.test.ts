import { expect, test } from 'vitest';
import { importFault } from '../support/import-rules.ts';
import { importsOf, productFiles } from '../support/source-files.ts';

test('nobody imports what the house forbids', () => {
  const faults = productFiles().flatMap((path) =>
    importsOf(path).flatMap((found) => importFault(path, found) ?? []),
  );
  expect(faults).toEqual([]);
});

test("a folder of re-exports is no one's way in: no file re-exports another", () => {
  const reExports = productFiles().filter((path) => importsOf(path).some(({ reExport }) => reExport));
  expect(reExports).toEqual([]);
});

const value = (from: string) => ({ from, typeOnly: false, reExport: false });
const type = (from: string) => ({ from, typeOnly: true, reExport: false });

test.each([
  ['utils/domain/creator.ts', value('../storage/database.ts')],
  ['utils/page/runtime.ts', value('../storage/database.ts')],
  ['utils/page/runtime.ts', value('../messaging/protocol.ts')],
  ['utils/page/runtime.ts', value('../sites/read-page.ts')],
  ['utils/page/runtime.ts', value('zod/mini')],
  ['components/popup/popup.tsx', value('#imports')],
  ['components/popup/popup.tsx', value('../dashboard/page.tsx')],
  ['components/popup/popup.tsx', value('../../utils/messaging/client.ts')],
  ['utils/storage/notebook.ts', value('#imports')],
  ['utils/services/capture-creator.ts', value('../page/runtime.ts')],
  ['entrypoints/popup/main.ts', value('../../utils/storage/database.ts')],
  ['utils/sites/x.ts', value('./site')],
])('%s may not import %j', (path, found) => {
  expect(importFault(path, found)).not.toBeNull();
});

test.each([
  ['utils/page/runtime.ts', type('../messaging/protocol.ts')],
  ['utils/page/features/capture-button.ts', value('../../sites/registry.ts')],
  ['utils/page/features/capture-button.ts', type('../../sites/read-page.ts')],
  ['components/popup/popup.tsx', value('../ui/button.tsx')],
  ['components/popup/popup.tsx', value('./popup.css')],
  ['utils/services/capture-creator.ts', value('../storage/database.ts')],
  ['entrypoints/background.ts', value('../utils/messaging/router.ts')],
])('%s may import %j', (path, found) => {
  expect(importFault(path, found)).toBeNull();
});

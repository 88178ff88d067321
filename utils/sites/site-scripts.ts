import { sites } from './registry.ts';

/** Id of the scripts for every site that the registry does not know. */
export const otherScripts = 'web';

/** Name of the script that tells the overlay what is known of its site; registered with it, before it. */
export const siteScript = (id: string) => `site-${id}`;
/** Name of the script with the reader of one site; injected there when the person asks for a reading. */
export const readerScript = (id: string) => `reader-${id}`;

/** The source of each script of a site, by its name: the build makes one file of each, so that a site's reader lies on its own pages only. */
export function siteScriptSources(from: string): Record<string, string> {
  const script = (imports: string[], body: string) =>
    [
      "import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';",
      ...imports.map((line) => line.replace('from ~', `from '${from}`).replace(/~$/, "';")),
      `export default defineUnlistedScript(() => { ${body} });`,
      '',
    ].join('\n');
  const own = sites.flatMap(({ id }) => [
    [
      siteScript(id),
      script(
        ['import { siteSlot } from ~/page/site-slot.ts~', `import { site } from ~/sites/${id}.ts~`],
        'siteSlot.provide(site);',
      ),
    ],
    [
      readerScript(id),
      script(
        [
          'import { readersSlot } from ~/page/readers-slot.ts~',
          'import { readerOfSite } from ~/sites/page-reader.ts~',
          'import { valueHere } from ~/sites/hint-value.ts~',
          `import { read, site } from ~/sites/${id}.ts~`,
        ],
        'readersSlot.provide({ readPage: readerOfSite(site, read), valueHere });',
      ),
    ],
  ]);
  const other = script(
    [
      'import { readersSlot } from ~/page/readers-slot.ts~',
      'import { makeReadPage } from ~/sites/page-reader.ts~',
      'import { detectFamily, read } from ~/sites/generic.ts~',
      'import { valueHere } from ~/sites/hint-value.ts~',
    ],
    'readersSlot.provide({ readPage: makeReadPage(() => ({ site: null, read, familyOf: detectFamily })), valueHere });',
  );
  return Object.fromEntries([...own, [readerScript(otherScripts), other]]);
}

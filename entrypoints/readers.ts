import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provideReaders } from '../utils/page/readers-global.ts';
import { readPage } from '../utils/sites/read-page.ts';

/** Injected by the background into a page's isolated world when the person asks for a reading. */
export default defineUnlistedScript(() => {
  provideReaders({ readPage });
});

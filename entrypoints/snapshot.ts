import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { snapshot as en } from '../utils/i18n/locales/en/snapshot.ts';
import { snapshot as zh_CN } from '../utils/i18n/locales/zh_CN/snapshot.ts';
import { snapshot as zh_TW } from '../utils/i18n/locales/zh_TW/snapshot.ts';
import { makeSnapshotPart } from '../utils/page/snapshot/snapshot-part.ts';
import { snapshotSlot } from '../utils/page/snapshot/snapshot-slot.ts';

/** Takes snapshots of a page and holds it still for its picture; injected by the background when one is wanted. */
export default defineUnlistedScript(() => {
  // a second order while a picture is taken must not lose what has to be put back
  if (snapshotSlot.provided()?.alive()) return;
  snapshotSlot.provide(
    makeSnapshotPart(document, ({ t, makeTranslate }) =>
      makeTranslate({ en, zh_CN, zh_TW }, t.language, 'cross-border', t.locale),
    ),
  );
});

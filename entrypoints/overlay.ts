import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { captureButton } from '../utils/page/features/capture-button.ts';
import { items } from '../utils/page/features/items.ts';
import { palette } from '../utils/page/features/palette.ts';
import { snapshots } from '../utils/page/features/snapshots.ts';
import { startRuntime } from '../utils/page/runtime.ts';
import { siteHere } from '../utils/page/site-slot.ts';

/** The script on every page of a granted site; registered at run time by the background, after the script that names the site. */
export default defineUnlistedScript(() => {
  startRuntime({ features: [captureButton, items, palette, snapshots], siteOf: siteHere });
});

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { captureButton } from '../utils/page/features/capture-button.ts';
import { startRuntime } from '../utils/page/runtime.ts';
import { siteOf } from '../utils/sites/registry.ts';

/** The script on every page of a granted site; registered at run time by the background. */
export default defineUnlistedScript(() => {
  startRuntime({ features: [captureButton], siteOf });
});

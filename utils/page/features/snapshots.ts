import { ask } from '../../messaging/client.ts';
import { havePart } from '../have-part.ts';
import type { Feature } from '../page.ts';
import { snapshotSlot } from '../snapshot/snapshot-slot.ts';

/** Has the file for snapshots put beside this script on shops' pages and where the snapshot of a visit is due. */
export const snapshots: Feature = {
  init(signal, page) {
    void ask('snapshot.here', {}).then(async (answer) => {
      if (!answer.ok || signal.aborted) return;
      const { due, shop } = answer.value;
      if (!due && !shop) return;
      (await havePart(page, snapshotSlot, 'snapshot', signal))?.start(page, answer.value, signal);
    });
  },
};

import type { Words } from '../../translate.ts';
import type { snapshot as en } from '../en/snapshot.ts';

export const snapshot: Words<typeof en> = {
  snapshot_take: '為本頁拍快照',
  snapshot_working: '正在儲存快照…',
  snapshot_saved: '快照已儲存',
  snapshot_failed: '快照未儲存。按一下重試',
  snapshot_not_watched: '沒有快照：本頁還不在關注清單中。請用工具列按鈕開啟 Deckhand 彈出視窗加入。',
  snapshot_unreachable: '快照尚未儲存：Deckhand 沒有回應。重試只會儲存一次，不會重複。',
  snapshot_no_access: '沒有快照：瀏覽器沒有讓 Deckhand 存取本頁。請改用工具列按鈕。',
  snapshot_disk_full: '沒有快照：磁碟已滿。沒有刪除任何內容；Deckhand 的「競品」頁會列出可以精簡的部分。',
  snapshot_not_saved: '快照未儲存，沒有任何變更。',
  snapshot_try_again: '重試',
};

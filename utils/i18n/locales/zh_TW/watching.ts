import type { Words } from '../../translate.ts';
import type { watching as en } from '../en/watching.ts';

export const watching: Words<typeof en> = {
  watch_severity_high: '重要',
  watch_severity_medium: '值得留意',
  watch_severity_low: '細微',
  watch_changes_other: '{count} 處變動',
  watch_changes_of: '{severity} {count}',
  watch_none_new: '沒有新變動',
  watch_stale: '已有 {days} 天或更久沒有讀取',
  watch_last_read: '上次讀取：{ago}',
  watch_never_read: '還沒有快照',
  watch_unreadable: '沒有讀到：{reason}',
  watch_reason_wall: '遇到登入頁或驗證頁',
  'watch_reason_not-understood': 'Deckhand 看不懂這個頁面',
  watch_reason_empty: '頁面沒有載入完成',
  'watch_reason_far-fewer': '商品比上次少很多',
  'watch_reason_other-page': '這個網址開啟的是另一個頁面',
};

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
  'watch_missing_not-asked': '沒有要求',
  'watch_missing_no-permission':
    '瀏覽器只在使用 Deckhand 的工具列按鈕、快速鍵或右鍵選單後，或在設定中打開「每次造訪都擷取畫面」時允許截圖',
  'watch_missing_tab-hidden': '分頁提前離開了',
  watch_missing_fetched: '背景重新整理只能讀到頁面資料',
  watch_missing_cancelled: '已取消',
  'watch_missing_too-large': '頁面太大',
  watch_missing_quota: '短時間內截圖太多，被瀏覽器拒絕',
  'watch_missing_disk-full': '磁碟已滿',
  watch_missing_unreadable: '頁面沒有讀到',
  watch_missing_thinned: '後來為節省空間移除',
  'watch_missing_not-in-backup': '備份中沒有',
  watch_missing_failed: 'Deckhand 內部發生錯誤',
};

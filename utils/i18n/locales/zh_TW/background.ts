import type { Words } from '../../translate.ts';
import type { background as en } from '../en/background.ts';

export const background: Words<typeof en> = {
  menu_capture: '收錄本頁{creator}',
  menu_snapshot: '為本頁拍快照',
  menu_tag_page: '為本頁加上標籤',
  menu_tag_words: '為選取的文字加上標籤',
  badge_picture: 'Deckhand：正在擷取本頁，{share}',
  badge_confirm: 'Deckhand：請在這裡確認',
  badge_unread_other: 'Deckhand：{count} 處變動未讀',
  badge_overdue_other: 'Deckhand：{count} 件待處理已逾時',
  case_notice_title: '有顧客在等回覆',
  case_notice_other: '{count} 件待處理已超過回覆時限。',
  rights_notice_title: 'UGC 授權即將到期',
  rights_notice_other: '{count} 項授權將在 14 天內到期，請重新徵求授權或撤下內容。',
  alert_title: '競品有變動',
  alert_line_other: '{name}：{count} 處變動',
  alert_more_other: '另有 {count} 家競品',
};

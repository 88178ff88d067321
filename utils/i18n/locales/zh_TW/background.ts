import type { Words } from '../../translate.ts';
import type { background as en } from '../en/background.ts';

export const background: Words<typeof en> = {
  menu_capture: '收錄本頁{creator}',
  menu_snapshot: '為本頁拍快照',
  badge_picture: 'Deckhand：正在擷取本頁，{share}',
  badge_confirm: 'Deckhand：請在這裡確認',
  badge_unread_other: 'Deckhand：{count} 處變動未讀',
  alert_title: '競品有變動',
  alert_line_other: '{name}：{count} 處變動',
  alert_more_other: '另有 {count} 家競品',
};

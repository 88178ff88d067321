import type { Words } from '../../translate.ts';
import type { background as en } from '../en/background.ts';

export const background: Words<typeof en> = {
  menu_capture: '收录本页{creator}',
  menu_snapshot: '给本页拍快照',
  badge_picture: 'Deckhand：正在截取本页，{share}',
  badge_confirm: 'Deckhand：请在这里确认',
  badge_unread_other: 'Deckhand：{count} 处变化未读',
  alert_title: '竞品有变化',
  alert_line_other: '{name}：{count} 处变化',
  alert_more_other: '另有 {count} 家竞品',
};

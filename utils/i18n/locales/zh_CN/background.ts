import type { Words } from '../../translate.ts';
import type { background as en } from '../en/background.ts';

export const background: Words<typeof en> = {
  menu_capture: '收录本页{creator}',
  menu_snapshot: '给本页拍快照',
  menu_tag_page: '给本页打标签',
  menu_tag_words: '给选中的文字打标签',
  badge_picture: 'Deckhand：正在截取本页，{share}',
  badge_confirm: 'Deckhand：请在这里确认',
  badge_unread_other: 'Deckhand：{count} 处变化未读',
  badge_overdue_other: 'Deckhand：{count} 个待处理已超时',
  case_notice_title: '有顾客在等回复',
  case_notice_other: '{count} 个待处理已超过回复时限。',
  rights_notice_title: '买家秀授权即将到期',
  rights_notice_other: '{count} 项授权将在 14 天内到期，请重新征求授权或撤下内容。',
  alert_title: '竞品有变化',
  alert_line_other: '{name}：{count} 处变化',
  alert_more_other: '另有 {count} 家竞品',
};

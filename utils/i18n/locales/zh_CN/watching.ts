import type { Words } from '../../translate.ts';
import type { watching as en } from '../en/watching.ts';

export const watching: Words<typeof en> = {
  watch_severity_high: '重要',
  watch_severity_medium: '值得留意',
  watch_severity_low: '细微',
  watch_changes_other: '{count} 处变化',
  watch_changes_of: '{severity} {count}',
  watch_none_new: '没有新变化',
  watch_stale: '已有 {days} 天或更久没有读取',
  watch_last_read: '上次读取：{ago}',
  watch_never_read: '还没有快照',
  watch_unreadable: '没有读到：{reason}',
  watch_reason_wall: '遇到登录页或验证页',
  'watch_reason_not-understood': 'Deckhand 看不懂这个页面',
  watch_reason_empty: '页面没有加载出来',
  'watch_reason_far-fewer': '商品比上次少得多',
  'watch_reason_other-page': '这个网址打开的是另一个页面',
};

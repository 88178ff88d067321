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
  'watch_missing_not-asked': '没有要求',
  'watch_missing_no-permission':
    '浏览器只在使用 Deckhand 的工具栏按钮、快捷键或右键菜单后，或在设置中打开“每次访问都截取画面”时允许截图',
  'watch_missing_tab-hidden': '标签页提前离开了',
  watch_missing_fetched: '后台刷新只能读到页面数据',
  watch_missing_cancelled: '已取消',
  'watch_missing_too-large': '页面太大',
  watch_missing_quota: '短时间内截图太多，被浏览器拒绝',
  'watch_missing_disk-full': '磁盘已满',
  watch_missing_unreadable: '页面没有读到',
  watch_missing_thinned: '后来为节省空间移除',
  'watch_missing_not-in-backup': '备份中没有',
  watch_missing_failed: 'Deckhand 内部出错',
};

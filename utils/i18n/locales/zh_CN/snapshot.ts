import type { Words } from '../../translate.ts';
import type { snapshot as en } from '../en/snapshot.ts';

export const snapshot: Words<typeof en> = {
  snapshot_take: '给本页拍快照',
  snapshot_working: '正在保存快照…',
  snapshot_saved: '快照已保存',
  snapshot_failed: '快照未保存。点按重试',
  snapshot_not_watched: '没有快照：本页还不在关注清单中。请用工具栏按钮打开 Deckhand 弹窗添加。',
  snapshot_unreachable: '快照尚未保存：Deckhand 没有响应。重试只会保存一次，不会重复。',
  snapshot_no_access: '没有快照：浏览器没有让 Deckhand 访问本页。请改用工具栏按钮。',
  snapshot_disk_full: '没有快照：磁盘已满。没有删除任何内容；Deckhand 的“竞品”页会列出可以精简的部分。',
  snapshot_not_saved: '快照未保存，没有任何改动。',
  snapshot_try_again: '重试',
};

import type { Words } from '../../translate.ts';
import type { overlay as en } from '../en/overlay.ts';

export const overlay: Words<typeof en> = {
  overlay_save: '收录{creator}',
  overlay_known: '已在{creator}库中，点击再记录一次数据',
  overlay_ours: '自家账号',
  overlay_do_not_contact: '请勿联系，点击打开卡片',
  overlay_working: '正在保存…',
  overlay_saved: '已保存',
  overlay_failed: '未保存，点击重试',
  overlay_frame_title: 'Deckhand：{creator}卡片',
  overlay_close: '关闭',
  overlay_undo: '撤销',
  overlay_try_again: '重试',
  overlay_unreachable: '尚未保存：Deckhand 没有响应。重试只会保存一次，不会重复。',
  overlay_not_saved: '未保存，没有任何改动。',
  overlay_no_access: '未保存：浏览器没有允许 Deckhand 访问此页面。请改用工具栏按钮。',
  overlay_moving: '页面还在切换到另一个主页，所以没有保存。请稍后再试。',
  overlay_not_opened: '卡片未能打开：Deckhand 没有响应，请重试。',
  overlay_ask_in_popup: '页面可能遮住了这个按钮，所以没有保存。请点工具栏按钮，在 Deckhand 弹窗中操作。',
  overlay_card_blocked: '此页面不允许打开卡片。请点工具栏按钮，在 Deckhand 弹窗中查看。',
  overlay_saved_card_blocked: '已保存。此页面不允许打开卡片，请在 Deckhand 弹窗中补充。',
  overlay_undone: '已撤销。',
  overlay_undo_failed: '未能撤销，没有任何改动。请改在 Deckhand 弹窗中操作。',
  overlay_stale: 'Deckhand 已更新，请刷新此页面后继续。',
};

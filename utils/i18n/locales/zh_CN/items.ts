import type { Words } from '../../translate.ts';
import type { items as en } from '../en/items.ts';

export const items: Words<typeof en> = {
  items_open_card: '打开卡片',
  items_mark_ours: '自家账号',
  items_mark_do_not_contact: '请勿联系',
  items_mark_spam: '发过垃圾评论',
  items_mark_partner: '合作中',
  items_mark_fan: '铁粉',
  items_mark_in_contact: '联系中',
  items_mark_known: '已在库中',
  items_tag: '打标签',
  items_tagged: '已打标签',
  items_tag_not_opened: '标签没有打开：Deckhand 没有应答，请重试。',
  items_collect_nobody: '此页面上还没有收集到人，请先滚动浏览列表。',
};

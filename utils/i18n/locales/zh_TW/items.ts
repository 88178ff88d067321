import type { Words } from '../../translate.ts';
import type { items as en } from '../en/items.ts';

export const items: Words<typeof en> = {
  items_open_card: '開啟卡片',
  items_mark_ours: '自家帳號',
  items_mark_do_not_contact: '請勿聯絡',
  items_mark_spam: '發過垃圾留言',
  items_mark_partner: '合作中',
  items_mark_fan: '鐵粉',
  items_mark_in_contact: '聯絡中',
  items_mark_known: '已在名單中',
  items_tag: '加上標籤',
  items_tagged: '已加標籤',
  items_tag_not_opened: '標籤沒有打開：Deckhand 沒有回應，請再試一次。',
  items_collect_nobody: '這個頁面上還沒有收集到人，請先捲動瀏覽清單。',
};

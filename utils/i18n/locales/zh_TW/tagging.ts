import type { Words } from '../../translate.ts';
import type { tagging as en } from '../en/tagging.ts';

export const tagging: Words<typeof en> = {
  tagging_search: '搜尋標籤，或輸入新標籤的名稱',
  tagging_search_hint: '搜尋，或輸入新標籤名稱',
  tagging_tags: '標籤',
  tagging_keys: '按標籤的快速鍵立即選用；要搜尋以該字母開頭的名稱，請按住 Shift 輸入。',
  tagging_apply: '儲存標籤',
  tagging_new: '新增標籤「{name}」',
  tagging_new_tag: '新標籤',
  tagging_suggested: '建議',
  tagging_kind_comment: '留言',
  tagging_kind_post: '貼文',
  tagging_kind_creator: '個人檔案',
  tagging_kind_product: '商品',
  tagging_kind_page: '本頁',
  tagging_kind_text: '選取的文字',
  tagging_does_case: '列入待處理',
  tagging_does_ugc: '待徵求授權的 UGC',
  tagging_does_fan: '鐵粉點數',
  tagging_does_spam: '標示作者',
  tagging_does_idea: '點子',
  tagging_does_giveaway: '抽獎參加',
  tagging_hours: '{hours} 小時',
  tagging_working_hours: '{hours} 個工作小時',
};

import type { Words } from '../../translate.ts';
import type { tagged as en } from '../en/tagged.ts';

export const tagged: Words<typeof en> = {
  tagged_mark: '已加標籤',
  tagged_done: '標籤已儲存。',
  tagged_off: '標籤已移除。',
  tagged_case: '已列入待處理。',
  tagged_ugc: '已列入待徵求授權的 UGC。',
  tagged_fan: '作者的鐵粉點數加 1。',
  tagged_spam: '之後會標示這位作者。',
  tagged_idea: '已收進點子。',
  tagged_giveaway: '已列入抽獎參加紀錄。',
};

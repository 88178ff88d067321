import type { Words } from '../../translate.ts';
import type { inserting as en } from '../en/inserting.ts';

export const inserting: Words<typeof en> = {
  inserting_title: 'Deckhand：快速回覆',
  inserting_blocked: '這個頁面不允許開啟快速回覆。請按工具列按鈕，在 Deckhand 彈出視窗裡複製。',
  inserting_unreachable: '快速回覆沒有開啟：Deckhand 沒有回應。請再試一次。',
  inserting_copied: '已複製，尚未插入。請在要寫的地方按 {keys}。',
  inserting_cut_other: '已插入，但最後 {count} 個字元放不下：輸入框字數已滿。',
  inserting_changed: '已插入，但網站改動了內容。送出前請再看一遍。',
};

import type { Words } from '../../translate.ts';
import type { beside as en } from '../en/beside.ts';

export const beside: Words<typeof en> = {
  beside_inserted: '已插入。請在頁面上再看一遍，由你自己送出。',
  beside_copied: '已複製。請在要寫的地方按 {keys}。',
  beside_again: '換一個收件人',
  beside_no_access: 'Deckhand 無法存取這個頁面，所以不能插入；快速回覆仍可複製。',
  beside_allow: '允許網站',
  beside_person: '已在{creator}名單',
  beside_open_person: '完整資料',
  beside_due: '{date}到期：{text}',
  beside_list: '{creator}名單',
  beside_templates: '編輯快速回覆',
  beside_settings: '設定',
  beside_tab_queue: '待處理',
  beside_tab_queue_count: '待處理（{number}）',
  beside_tab_replies: '快速回覆',
  beside_tabs: '側邊面板的各部分',
};

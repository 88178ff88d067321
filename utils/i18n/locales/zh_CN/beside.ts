import type { Words } from '../../translate.ts';
import type { beside as en } from '../en/beside.ts';

export const beside: Words<typeof en> = {
  beside_inserted: '已插入。请在页面上再看一遍，由你自己发送。',
  beside_copied: '已复制。请在要写的地方按 {keys}。',
  beside_again: '换一个收件人',
  beside_no_access: 'Deckhand 无法访问这个页面，所以不能插入；快捷回复仍可复制。',
  beside_allow: '允许网站',
  beside_person: '已在{creator}库',
  beside_open_person: '完整资料',
  beside_due: '{date}到期：{text}',
  beside_list: '{creator}库',
  beside_templates: '编辑快捷回复',
  beside_settings: '设置',
  beside_tab_queue: '待处理',
  beside_tab_queue_count: '待处理（{number}）',
  beside_tab_replies: '快捷回复',
  beside_tabs: '侧边栏的各部分',
};

import type { Words } from '../../translate.ts';
import type { inserting as en } from '../en/inserting.ts';

export const inserting: Words<typeof en> = {
  inserting_title: 'Deckhand：快捷回复',
  inserting_blocked: '此页面不允许打开快捷回复。请点工具栏按钮，在 Deckhand 弹窗里复制。',
  inserting_unreachable: '快捷回复没有打开：Deckhand 没有响应。请重试。',
  inserting_copied: '已复制，尚未插入。请在要写的地方按 {keys}。',
  inserting_cut_other: '已插入，但末尾 {count} 个字符没放下：输入框字数已满。',
  inserting_changed: '已插入，但网站改动了内容。发送前请看一遍。',
};

import type { Words } from '../../translate.ts';
import type { pick as en } from '../en/pick.ts';

export const pick: Words<typeof en> = {
  pick_how: '点击页面上显示它的地方。按键：↑ 外层，↓ 内层，← → 相邻，Enter 选定，Esc 取消。',
  pick_close: '取消',
  pick_empty: '这里读不到内容，请选别处。',
  pick_nameless: '换一个页面就找不到这个位置了，请选大一点或小一点的范围。',
  pick_failed: 'Deckhand 没有响应，请再选一次。',
};

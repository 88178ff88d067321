import type { Words } from '../../translate.ts';
import type { background as en } from '../en/background.ts';

export const background: Words<typeof en> = {
  menu_capture: '收錄本頁{creator}',
  menu_snapshot: '為本頁拍快照',
  badge_picture: 'Deckhand：正在擷取本頁，{share}',
  badge_confirm: 'Deckhand：請在這裡確認',
};

import type { Words } from '../../translate.ts';
import type { background as en } from '../en/background.ts';

export const background: Words<typeof en> = {
  menu_capture: '收录本页{creator}',
  menu_snapshot: '给本页拍快照',
  badge_picture: 'Deckhand：正在截取本页，{share}',
  badge_confirm: 'Deckhand：请在这里确认',
};

import type { Words } from '../../translate.ts';
import type { background as en } from '../en/background.ts';

export const background: Words<typeof en> = {
  menu_capture: '收錄本頁{creator}',
  badge_confirm: 'Deckhand：請在這裡確認',
};

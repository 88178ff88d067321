import type { Words } from '../../translate.ts';
import type { background as en } from '../en/background.ts';

export const background: Words<typeof en> = {
  menu_capture: '收录本页{creator}',
  badge_confirm: 'Deckhand：请在这里确认',
};

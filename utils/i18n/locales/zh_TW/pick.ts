import type { Words } from '../../translate.ts';
import type { pick as en } from '../en/pick.ts';

export const pick: Words<typeof en> = {
  pick_how: '點選頁面上顯示它的地方。按鍵：↑ 外層，↓ 內層，← → 相鄰，Enter 選定，Esc 取消。',
  pick_close: '取消',
  pick_empty: '這裡讀不到內容，請選別處。',
  pick_nameless: '換一個頁面就找不到這個位置了，請選大一點或小一點的範圍。',
  pick_failed: 'Deckhand 沒有回應，請再選一次。',
};

import type { Words } from '../../translate.ts';
import type { overlay as en } from '../en/overlay.ts';

export const overlay: Words<typeof en> = {
  overlay_save: '收錄{creator}',
  overlay_known: '已在{creator}名單中，點選再記錄一次數據',
  overlay_ours: '自家帳號',
  overlay_do_not_contact: '請勿聯絡，點選開啟卡片',
  overlay_spam: '發過垃圾留言，點選仍收錄',
  overlay_partner: '合作中的{creator}，點選再記錄一次數據',
  overlay_fan: '鐵粉，點選再記錄一次數據',
  overlay_in_contact: '已在聯絡中，點選再記錄一次數據',
  overlay_working: '儲存中…',
  overlay_saved: '已儲存',
  overlay_failed: '尚未儲存，點選重試',
  overlay_frame_title: 'Deckhand：{creator}卡片',
  overlay_close: '關閉',
  overlay_undo: '復原',
  overlay_try_again: '重試',
  overlay_unreachable: '尚未儲存：Deckhand 沒有回應。重試只會儲存一次，不會重複。',
  overlay_not_saved: '沒有儲存，也沒有做任何變更。',
  overlay_no_access: '沒有儲存：瀏覽器未允許 Deckhand 存取此頁面。請改用工具列按鈕。',
  overlay_moving: '沒有儲存：頁面還在切換，請稍後再試。',
  overlay_not_opened: '卡片未能開啟，請重試。',
  overlay_ask_in_popup:
    '頁面可能遮住了這個按鈕，所以沒有儲存。請點選工具列按鈕，在 Deckhand 彈出視窗中操作。',
  overlay_card_blocked: '此頁面不允許開啟卡片。請點選工具列按鈕，在 Deckhand 彈出視窗中查看。',
  overlay_undone: '已復原。',
  overlay_undo_failed: '未能復原，沒有做任何變更。請改在 Deckhand 彈出視窗中操作。',
  overlay_stale: 'Deckhand 已更新，請重新整理此頁面後繼續。',
};

/** 競品關注的匯出：圖片、快照檔案、傳給同事的文字。 */
export const sharing = {
  watch_out: '儲存這個快照',
  watch_out_words:
    'ZIP 裡有一個不連網也能開啟的網頁：圖片、數據、文字和版面，其中沒有任何程式碼，也不載入任何內容。',
  watch_out_picture: '儲存為 {format} 圖片',
  watch_out_zip: '全部儲存為 ZIP',
  watch_out_all: '將所有快照儲存為 ZIP',
  watch_out_progress: '第 {done} 個，共 {total} 個',
  watch_out_split_other: '已儲存為 {name}：圖片太長，一個 {format} 放不下，分成 {count} 個編號檔案。',
  watch_out_most_other: '已儲存為 {name}，包含最近 {count} 個快照。',
  watch_out_failed: '檔案無法產生，沒有儲存任何內容。',
  watch_out_field: '欄位',
  watch_out_source: '來源',
  watch_out_raw: '頁面原文',
  watch_out_json: 'JSON 原始資料',
  watch_out_address: '網址',
  watch_share_named: '複製給同事：{what}',
  watch_share_send: '分享',
  watch_share_send_named: '分享：{what}',
  watch_share_failed: '瀏覽器無法分享，請改為複製。',
  watch_week_table: '本週',
};

import type { Words } from '../../translate.ts';
import type { alerts as en } from '../en/alerts.ts';

export const alerts: Words<typeof en> = {
  digest_since: '從何時起的變動',
  digest_looked: '上次查看以來',
  digest_yesterday: '昨天以來',
  digest_of: '{name} 的變動',

  alerts_title: '競品提醒',
  alerts_words:
    '競品的變動一律會顯示在彈出視窗裡。這裡選擇哪些要提醒你：工具列按鈕上的數字，以及瀏覽器通知。',
  alerts_badge: '工具列按鈕上計入的未讀變動',
  alerts_notify: '通知',
  alerts_notify_hint: '一次造訪或更新發現的所有變動合為一則通知，不會一處變動一則。瀏覽器會詢問你是否同意。',
  alerts_notify_which: '需要通知的變動',
  alerts_notify_missing: '此瀏覽器在這裡不提供通知，通知維持關閉。',
  alerts_notify_denied: '瀏覽器未獲准顯示通知，通知維持關閉。',
  alerts_notify_gone: '瀏覽器的權限已被收回，因此不會發出通知。重新開啟時會再次詢問。',
  alerts_quiet: '勿擾時段',
  alerts_quiet_hint: '依這台電腦的時鐘，可以跨越午夜。期間發現的變動在結束後一次告知。',
  alerts_quiet_from: '勿擾開始',
  alerts_quiet_until: '勿擾結束',
  alerts_stale: '幾天未讀取算久未查看',
  alerts_stale_hint: '1 到 90。彈出視窗會在競品旁邊註明。',
  alerts_severity_high: '重要',
  alerts_severity_medium: '值得注意',
  alerts_severity_low: '細微',

  alerts_rules: '各類變動的重要程度',
  alerts_rules_words: '對今後發現的變動生效。百分比不分漲跌；留空表示不依百分比升級。',
  alerts_rules_kind: '變動類型',
  alerts_rules_base: '算作',
  alerts_rules_medium: '達到此 % 值得注意',
  alerts_rules_high: '達到此 % 為重要',
  alerts_rules_of: '{kind}：{column}',
  alerts_rules_reset: '恢復 Deckhand 的預設表',
  alerts_rules_changed: '已修改',
};

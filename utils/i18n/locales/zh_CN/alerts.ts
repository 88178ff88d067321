import type { Words } from '../../translate.ts';
import type { alerts as en } from '../en/alerts.ts';

export const alerts: Words<typeof en> = {
  digest_since: '从何时起的变化',
  digest_looked: '上次查看以来',
  digest_yesterday: '昨天以来',
  digest_of: '{name} 的变化',

  alerts_title: '竞品提醒',
  alerts_words: '竞品的变化总会显示在弹窗里。这里选择哪些要提醒你：工具栏按钮上的数字，以及浏览器通知。',
  alerts_badge: '工具栏按钮上计入的未读变化',
  alerts_notify: '通知',
  alerts_notify_hint: '一次访问或刷新发现的所有变化合为一条通知，不会一处变化一条。浏览器会询问你是否同意。',
  alerts_notify_which: '需要通知的变化',
  alerts_notify_missing: '此浏览器在这里不提供通知，通知保持关闭。',
  alerts_notify_denied: '浏览器未获准显示通知，通知保持关闭。',
  alerts_notify_gone: '浏览器的权限已被收回，因此不会发出通知。再次打开时会重新询问。',
  alerts_quiet: '免打扰时段',
  alerts_quiet_hint: '按本机时钟，可以跨越午夜。其间发现的变化在结束后一次告知。',
  alerts_quiet_from: '免打扰开始',
  alerts_quiet_until: '免打扰结束',
  alerts_stale: '多少天未读取算久未查看',
  alerts_stale_hint: '1 到 90。弹窗会在竞品旁边注明。',
  alerts_severity_high: '重要',
  alerts_severity_medium: '值得注意',
  alerts_severity_low: '细微',

  alerts_rules: '各类变化的重要程度',
  alerts_rules_words: '对今后发现的变化生效。百分比不分涨跌；留空表示不按百分比升级。',
  alerts_rules_kind: '变化类型',
  alerts_rules_base: '算作',
  alerts_rules_medium: '达到此 % 值得注意',
  alerts_rules_high: '达到此 % 为重要',
  alerts_rules_of: '{kind}：{column}',
  alerts_rules_reset: '恢复 Deckhand 的默认表',
  alerts_rules_changed: '已修改',
};

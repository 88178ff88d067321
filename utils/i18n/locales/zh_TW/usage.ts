import type { Words } from '../../translate.ts';
import type { usage as en } from '../en/usage.ts';

export const usage: Words<typeof en> = {
  rights_scope_repost: '官方帳號分享',
  rights_scope_ads: '廣告',
  'rights_scope_shop-page': '賣場商品頁',
  rights_scope_edit: '修改後使用',
  rights_may: '可以使用嗎？',
  rights_use_granted: '可以',
  rights_use_until: '可以，到 {day} 為止',
  'rights_use_not-yet': '不可以，{day} 起才生效',
  rights_use_expired: '不可以，已於 {day} 到期',
  rights_use_waiting: '不可以，{day} 已詢問，還沒有回覆',
  'rights_use_not-included': '不可以，問過但沒有同意',
  'rights_use_not-asked': '不可以，沒有詢問過',
  rights_use_declined: '不可以，{day} 已被婉拒',
  rights_use_revoked: '不可以，{day} 已被收回',
  rights_credit_line: '標註：{line}',
};

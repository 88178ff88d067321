import type { Words } from '../../translate.ts';
import type { usage as en } from '../en/usage.ts';

export const usage: Words<typeof en> = {
  rights_scope_repost: '官方账号转发',
  rights_scope_ads: '广告',
  'rights_scope_shop-page': '店铺商品页',
  rights_scope_edit: '二次编辑',
  rights_may: '可以使用吗？',
  rights_use_granted: '可以',
  rights_use_until: '可以，到 {day} 为止',
  'rights_use_not-yet': '不可以，{day} 起才生效',
  rights_use_expired: '不可以，已于 {day} 到期',
  rights_use_waiting: '不可以，{day} 已询问，还没有答复',
  'rights_use_not-included': '不可以，问过但没有同意',
  'rights_use_not-asked': '不可以，没有询问过',
  rights_use_declined: '不可以，{day} 已被拒绝',
  rights_use_revoked: '不可以，{day} 已被收回',
  rights_credit_line: '署名：{line}',
};

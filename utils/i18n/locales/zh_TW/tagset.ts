import type { Words } from '../../translate.ts';
import type { tagset as en } from '../en/tagset.ts';

/** Names of the default set of tags (`domain/starter-tags.ts`): the background makes it in the operator's language. */
export const tagset: Words<typeof en> = {
  tag_complaint: '客訴',
  tag_parcel: '物流問題',
  tag_legit: '是正牌嗎',
  tag_stock: '尺寸 / 庫存',
  tag_link: '回覆連結',
  tag_praise: '好評',
  tag_ugc: 'UGC',
  tag_spam: '垃圾留言',
  tag_collab: '合作邀約',
  tag_idea: '點子',
};

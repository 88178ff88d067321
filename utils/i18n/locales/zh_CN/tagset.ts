import type { Words } from '../../translate.ts';
import type { tagset as en } from '../en/tagset.ts';

/** Names of the default set of tags (`domain/starter-tags.ts`): the background makes it in the operator's language. */
export const tagset: Words<typeof en> = {
  tag_complaint: '投诉',
  tag_parcel: '物流问题',
  tag_legit: '靠谱吗',
  tag_stock: '尺码 / 库存',
  tag_link: '回复链接',
  tag_praise: '好评',
  tag_ugc: '买家秀',
  tag_spam: '垃圾评论',
  tag_collab: '合作邀约',
  tag_idea: '点子',
};

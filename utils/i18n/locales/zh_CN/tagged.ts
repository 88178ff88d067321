import type { Words } from '../../translate.ts';
import type { tagged as en } from '../en/tagged.ts';

export const tagged: Words<typeof en> = {
  tagged_mark: '已打标签',
  tagged_done: '标签已保存。',
  tagged_off: '标签已取下。',
  tagged_case: '已加入待处理。',
  tagged_ugc: '已列入待征求授权的买家秀。',
  tagged_fan: '作者的铁粉积分加一。',
  tagged_spam: '今后会标出这位作者。',
  tagged_idea: '已收进点子。',
  tagged_giveaway: '已计入抽奖参与记录。',
};

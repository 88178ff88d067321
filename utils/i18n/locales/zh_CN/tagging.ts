import type { Words } from '../../translate.ts';
import type { tagging as en } from '../en/tagging.ts';

export const tagging: Words<typeof en> = {
  tagging_search: '搜索标签，或输入新标签的名称',
  tagging_search_hint: '搜索，或输入新标签名',
  tagging_tags: '标签',
  tagging_keys: '按标签的快捷键即刻选用；要搜索以该字母开头的名称，请按住 Shift 输入。',
  tagging_apply: '保存标签',
  tagging_new: '新建标签“{name}”',
  tagging_new_tag: '新标签',
  tagging_suggested: '建议',
  tagging_kind_comment: '评论',
  tagging_kind_post: '帖子',
  tagging_kind_creator: '主页',
  tagging_kind_product: '商品',
  tagging_kind_page: '本页',
  tagging_kind_text: '选中的文字',
  tagging_does_case: '加入待处理',
  tagging_does_ugc: '待征求授权的买家秀',
  tagging_does_fan: '铁粉积分',
  tagging_does_spam: '标出作者',
  tagging_does_idea: '点子',
  tagging_does_giveaway: '抽奖参与',
  tagging_hours: '{hours} 小时',
  tagging_working_hours: '{hours} 个工作小时',
};

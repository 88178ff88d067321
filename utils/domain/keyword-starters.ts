import type { Severity } from './change-kind.ts';
import type { KeywordKind } from './keyword-kinds.ts';
import type { StarterTag } from './tag-effect.ts';

/** A list to begin with, before the operator makes it her own. Its name stands in the locales under `keywords_starter_<key>`. */
export interface KeywordStarter {
  key: 'complaint-en' | 'trust-en' | 'buying-en' | 'complaint-zh' | 'trust-zh' | 'buying-zh';
  kind: KeywordKind;
  language: 'en' | 'zh';
  severity: Severity;
  tag: StarterTag;
  words: readonly string[];
}

const split = (text: string) =>
  text
    .split(/[|\n]/)
    .map((word) => word.trim())
    .filter(Boolean);

/** Chinese ones in the spellings of the mainland and of Taiwan: nothing is converted when it is looked for. */
export const keywordStarters: readonly KeywordStarter[] = [
  {
    key: 'complaint-en',
    kind: 'trust',
    language: 'en',
    severity: 'high',
    tag: 'complaint',
    words: split(`
      refund* | money back | chargeback* | never arrived | never received | hasn't arrived | didn't arrive
      still waiting | where is my order | where's my order | where is my package | broken | damaged
      defective | faulty | fell apart | poor quality | bad quality | wrong item | wrong size | disappoint*
      terrible | awful | worst | no reply | no response | not responding | ignoring me
      worst customer service | false advertising | misleading | waste of money | report you | lawyer
      👎 | 😡 | 🤬
    `),
  },
  {
    key: 'trust-en',
    kind: 'trust',
    language: 'en',
    severity: 'high',
    tag: 'legit',
    words: split(`
      legit | scam* | fraud* | fake | real or fake | is this real | is it real | counterfeit* | knockoff*
      knock off | rip off | ripoff | too good to be true | is it safe | can i trust | can you trust
      trustworthy | authentic? | dropship* | anyone ordered | has anyone bought
    `),
  },
  {
    key: 'buying-en',
    kind: 'buying',
    language: 'en',
    severity: 'medium',
    tag: 'link',
    words: split(`
      link? | link please | link pls | link plz | drop the link | send the link | send me the link
      need the link | share the link | where did you buy | where did you get | where'd you get
      where can i buy | where can i get | where do i buy | where to buy | where to get
      where is this from | where's this from | where is it from | what brand | which brand | how much
      price? | what's the price | in stock | restock* | do you ship | do you deliver | ship to
      shipping to | discount code | promo code | take my money | i need this | i want this | i want one
    `),
  },
  {
    key: 'complaint-zh',
    kind: 'trust',
    language: 'zh',
    severity: 'high',
    tag: 'complaint',
    words: split(`
      退款 | 退货 | 退貨 | 投诉 | 投訴 | 客訴 | 差评 | 差評 | 负评 | 負評 | 维权
      維權 | 曝光你 | 没收到 | 沒收到 | 还没发货 | 還沒出貨 | 還沒發貨 | 不发货
      不出貨 | 质量差 | 質量差 | 品質差 | 品質不好 | 质量问题 | 品質問題 | 坏了
      壞了 | 破损 | 破損 | 瑕疵 | 发错 | 發錯 | 寄錯 | 客服不回 | 客服不理
      没人回复 | 沒人回 | 已讀不回 | 虚假宣传 | 虛假宣傳 | 廣告不實 | 上当
      上當 | 失望 | 垃圾 | 黑心 | 12315 | 消保官 | 消费者协会 | 举报 | 檢舉
    `),
  },
  {
    key: 'trust-zh',
    kind: 'trust',
    language: 'zh',
    severity: 'high',
    tag: 'legit',
    words: split(`
      骗子 | 騙子 | 骗人 | 騙人 | 诈骗 | 詐騙 | 被骗 | 被騙 | 假货 | 假貨 | 仿品
      山寨 | 高仿 | 正品吗 | 正品嗎 | 是真的吗 | 是真的嗎 | 真的假的
      真的還假的 | 靠谱吗 | 靠譜嗎 | 可靠吗 | 可靠嗎 | 可信吗 | 可信嗎 | 能信吗
      能信嗎 | 割韭菜 | 智商税 | 智商稅 | 踩雷 | 避雷 | 有人买过吗 | 有人買過嗎
    `),
  },
  {
    key: 'buying-zh',
    kind: 'buying',
    language: 'zh',
    severity: 'medium',
    tag: 'link',
    words: split(`
      求链接 | 求連結 | 求鏈接 | 有链接吗 | 有連結嗎 | 链接在哪 | 連結在哪
      发个链接 | 給個連結 | 哪里买 | 哪裡買 | 哪裏買 | 在哪买 | 在哪買
      哪里有卖 | 哪裡有賣 | 怎么买 | 怎麼買 | 怎么购买 | 怎麼購買 | 怎么下单
      怎麼下單 | 多少钱 | 多少錢 | 什么价 | 什麼價 | 有货吗 | 有貨嗎 | 有現貨嗎
      补货 | 補貨 | 求同款 | 同款 | 什么牌子 | 什麼牌子 | 求品牌 | 求店铺
      求店名 | 想买 | 想買 | 想入手 | 求购 | 求購 | 包邮吗 | 免運嗎 | 能寄到
      可以寄到 | 优惠码 | 優惠碼 | 折扣碼
    `),
  },
];

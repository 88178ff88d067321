import type { Words } from '../../translate.ts';
import type { starter as en } from '../en/starter.ts';

export const starter: Words<typeof en> = {
  starter_folder_trust: '信任',
  starter_folder_service: '顾客咨询',
  starter_folder_community: '粉丝互动',
  starter_folder_creators: '红人合作',

  starter_ask_code: '折扣码',
  starter_ask_idea: '为什么找TA',
  starter_ask_offer: '我们给什么',
  starter_ask_post: '希望TA发什么',
  starter_ask_prize: '奖品',
  starter_ask_rules: '规则',
  starter_ask_until: '截止时间',
  starter_ask_back: '到货时间',
  starter_ask_name: '你的名字',

  starter_legit: '这家靠谱吗？',
  starter_legit_1: `{{ person.first_name | default: "亲" }}，买之前先问一句是对的～我们是 {{ brand.name }}，官方账号只有这几个：{{ brand.official_accounts | join: "、" }}，官网在这里：{{ brand.link }}{% if brand.group_link %}。想听听其他顾客怎么说，欢迎进群看看：{{ brand.group_link }}{% endif %}`,
  starter_legit_2: `{{ person.first_name | default: "您好" }}，是我们本人没错。您可以到 {{ brand.link }} 核对，上面挂着我们全部的账号（{{ brand.official_accounts | join: "、" }}）。我们从不在私信里收款，如果有人这样做，一定不是我们{% if brand.group_link %}。顾客群也欢迎您来：{{ brand.group_link }}{% endif %}`,

  starter_where_to_buy: '在哪里买？',
  starter_where_to_buy_1: `谢谢喜欢，{{ person.first_name | default: "亲" }}！在这里可以买到：{{ product.link | default: brand.shop }}{{ cursor }}`,
  starter_where_to_buy_2: `店里有的哦：{{ product.link | default: brand.shop }} 😊 颜色和尺寸拿不准的话，{{ person.first_name | default: "亲" }}随时问我们。`,
  starter_where_to_buy_3: `图里的都在这里：{{ brand.shop }}，可以寄到{{ brand.countries | join: "、" | default: "大部分地区" }}。`,

  starter_parcel: '我的包裹到哪了？',
  starter_parcel_1: `{{ person.first_name | default: "亲" }}，让您久等了，抱歉！麻烦把订单号私信给我们（这里大家都看得到，就别发在评论里啦），我们马上查，查到就告诉您。`,
  starter_parcel_2: `确实等得有点久了，{{ person.first_name | default: "抱歉" }}。请私信订单号，我们今天就去催快递，最晚{{ today | add_workdays: 1 | date: "weekday" }}给您回话。`,

  starter_complaint: '投诉：先道歉，再说谁来处理',
  starter_complaint_1: `{{ person.first_name | default: "您好" }}，真的很抱歉，收到这样的东西换谁都会不高兴。麻烦私信我们照片和订单号，我已经转给负责的同事，{{ today | add_workdays: 1 | date: "weekday" }}之前一定给您答复。`,
  starter_complaint_2: `谢谢您告诉我们，{{ person.first_name | default: "给您添麻烦了" }}。这件事我来跟到底：先转给能解决的同事，有进展第一时间告诉您。方便私信一下订单号吗？`,

  starter_thanks_tag: '感谢晒单、提到我们的人',
  starter_thanks_tag_1: `{{ person.first_name | default: "亲" }}拍得也太好看了吧！谢谢分享 🧡`,
  starter_thanks_tag_2: `摆在您家里真合适！谢谢提到我们，{{ person.first_name | default: "亲" }} ✨`,
  starter_thanks_tag_3: `这条我们全组都传着看了一遍，谢谢{{ person.first_name | default: "您" }}！用着还顺手吗？`,

  starter_repost: '可以转发您的照片吗？',
  starter_repost_1: `{{ person.first_name | default: "您好" }}，这张照片我们太喜欢了！可以转发到我们的账号吗？会注明是您（{{ person.handle }}）拍的。愿意的话回一句“可以”就行，不方便也完全没关系。`,
  starter_repost_2: `拍得真好，{{ person.first_name | default: "亲" }}！想征得您的同意，在我们的主页展示这张照片并艾特 {{ person.handle }}，您随时可以让我们撤下。`,

  starter_rights: '请求授权：广告和商品页',
  starter_rights_1: `{{ person.first_name | default: "您好" }}，您拍得太好看了！我们想把这张照片用在官方账号、广告和商品详情页上，每次都会注明 {{ person.handle }}，可以吗？回复一句“可以使用”就行；三种用途里不愿意的直接告诉我们，以后想收回也没问题。`,
  starter_rights_2: `Hi {{ person.first_name | default: "亲" }}，好想让更多人看到您的这张图！能否授权我们在官方账号转发、投放广告时使用，并放到店铺页面？都会署名 {{ person.handle }}。如果只同意其中一部分，告诉我们是哪几项就好。`,

  starter_request_1: `{{ person.first_name | default: "您好" }}，我们很喜欢您发布的这条内容：{{ post.link }} 。想请您授权我们将它{{ ask.uses }}，并注明 {{ person.handle }}，可以吗？回复一句“可以使用”就行，之后随时可以收回。`,
  starter_request_2: `Hi {{ person.first_name | default: "亲" }}，您的这条内容（{{ post.link }}）拍得太棒了！能否允许我们将它{{ ask.uses }}？我们会署名 {{ person.handle }}，不方便也完全没关系。`,
  starter_request_and: '、',
  starter_request_repost: '转发到我们的官方账号',
  starter_request_ads: '用于广告投放',
  'starter_request_shop-page': '放到店铺商品页',
  starter_request_edit: '裁剪或加上文字',

  starter_giveaway: '抽奖：活动规则',
  starter_giveaway_1: `参与方式：{{ ask.rules }}。奖品：{{ ask.prize }}。截止到{{ ask.until }}，随机抽取，只在本账号公布，绝不会找您要钱或银行卡信息。祝{{ person.first_name | default: "大家" }}好运！`,
  starter_giveaway_2: `还来得及，{{ person.first_name | default: "欢迎参加" }}！{{ ask.rules }}，{{ ask.until }}截止。{{ ask.prize }}的中奖通知只会由 {{ brand.main_account }} 发出，其他账号都不是我们。`,

  starter_price: '多少钱？',
  starter_price_1: `{{ person.first_name | default: "亲" }}，现在是 {{ product.price }}：{{ product.link | default: brand.shop }}`,
  starter_price_2: `{{ product.title }} 目前 {{ product.price }}，{{ person.first_name | default: "亲" }}可以看看详情：{{ product.link | default: brand.shop }} 😊`,

  starter_restock: '什么时候补货？',
  starter_restock_1: `卖得比我们想的快，抱歉啦，{{ person.first_name | default: "亲" }}！预计{{ ask.back }}到货，到了要不要私信提醒您？`,
  starter_restock_2: `下一批已经在路上，大概{{ ask.back }}到。{{ person.first_name | default: "亲" }}可以关注 {{ brand.main_account }}，到货会先在那里发。`,

  starter_first_letter: '给红人的第一封信',
  starter_first_letter_1: `{{ person.first_name }}，您好：

我是 {{ brand.name }} 的{{ ask.name }}。{{ ask.idea }}

所以我们有个计划，第一个就想到了您：{{ ask.offer }}。怎么呈现完全由您决定，只需要注明是合作内容。

如果您感兴趣，我把详细资料发给您；不合适也没关系，我会继续看您的更新。

{% render "sign" %}`,
  starter_first_letter_2: `{{ person.first_name }} 您好，

{{ ask.idea }}我在 {{ brand.name }}（{{ brand.link }}）工作，很想和您一起做点什么。

我的想法是：{{ ask.offer }}。您觉得可以的话，直接回复收货地址或您的问题就行，其他的我来安排。

{% render "sign" %}`,

  starter_follow_up: '没有回音，再问一次',
  starter_follow_up_1: `{{ person.first_name }} 您好，

怕上一封被淹没了，再轻轻问一句：{{ ask.offer }}，您有兴趣吗？回“可以”“不了”或者“晚点再说”都行，我好安排。

{% render "sign" %}`,
  starter_follow_up_2: `{{ person.first_name }} 您好，知道您消息多，不着急。{{ ask.offer }}这件事您还考虑吗？如果这个月不方便，告诉我什么时候再来问您合适。

{% render "sign" %}`,

  starter_negotiation: '谈合作条件',
  starter_negotiation_1: `{{ person.first_name }} 您好，

谢谢您的报价！结合我们的预算，想和您商量：{{ ask.offer }}，同时希望您在{{ ask.until }}前发布{{ ask.post }}。

您的粉丝可以用专属折扣码 {{ ask.code }}，效果我们两边都看得到。这样可以吗？或者您想怎么调整？

{% render "sign" %}`,
  starter_negotiation_2: `{{ person.first_name }} 您好，

我们真的很想和您合作。目前能给到的是：{{ ask.offer }}，对应{{ ask.post }}。这次效果好的话，很愿意谈长期合作和销售分成。

您看怎么样？

{% render "sign" %}`,

  starter_polite_no: '婉拒',
  starter_polite_no_1: `{{ person.first_name }} 您好，

谢谢您想到我们。我认真看过了，和我们现阶段的安排不太合适，不想让您久等，先如实告诉您。以后有合适的，可以再来找您吗？

{% render "sign" %}`,
  starter_polite_no_2: `{{ person.first_name }} 您好，

您的方案很好，只是这一季的预算已经用完了。我把您放在下一季的名单里，到时候第一个联系您。

{% render "sign" %}`,

  starter_signature: '签名',
  starter_signature_1: `祝好
{{ ask.name }}
{{ brand.name }}{% if brand.link %}，{{ brand.link }}{% endif %}`,
};

import type { Words } from '../../translate.ts';
import type { starter as en } from '../en/starter.ts';

export const starter: Words<typeof en> = {
  starter_folder_trust: '信任',
  starter_folder_service: '顧客詢問',
  starter_folder_community: '粉絲互動',
  starter_folder_creators: '網紅合作',

  starter_ask_code: '折扣碼',
  starter_ask_idea: '為什麼找對方',
  starter_ask_offer: '我們提供什麼',
  starter_ask_post: '希望對方發什麼',
  starter_ask_prize: '獎品',
  starter_ask_rules: '規則',
  starter_ask_until: '截止時間',
  starter_ask_back: '到貨時間',
  starter_ask_name: '你的名字',

  starter_legit: '這家可以信任嗎？',
  starter_legit_1: `{{ person.first_name | default: "您好" }}，下單前先問一聲是對的！我們是 {{ brand.name }}，官方帳號只有這幾個：{{ brand.official_accounts | join: "、" }}，官網在這裡：{{ brand.link }}{% if brand.group_link %}。想聽聽其他顧客怎麼說，歡迎加入社團看看：{{ brand.group_link }}{% endif %}`,
  starter_legit_2: `{{ person.first_name | default: "您好" }}，真的是我們喔。您可以到 {{ brand.link }} 核對，上面列出了我們所有的帳號（{{ brand.official_accounts | join: "、" }}）。我們從不在私訊裡收款，如果有人這樣做，一定不是我們{% if brand.group_link %}。也歡迎來顧客社團逛逛：{{ brand.group_link }}{% endif %}`,

  starter_where_to_buy: '在哪裡買？',
  starter_where_to_buy_1: `謝謝喜歡，{{ person.first_name | default: "親愛的" }}！這裡可以買到：{{ product.link | default: brand.shop }}{{ cursor }}`,
  starter_where_to_buy_2: `商店裡有喔：{{ product.link | default: brand.shop }} 😊 顏色或尺寸拿不定主意的話，{{ person.first_name | default: "隨時" }}都可以問我們。`,
  starter_where_to_buy_3: `照片裡的都在這裡：{{ brand.shop }}，可以寄到{{ brand.countries | join: "、" | default: "大部分地區" }}。`,

  starter_parcel: '我的包裹到哪了？',
  starter_parcel_1: `{{ person.first_name | default: "您好" }}，讓您久等了，真抱歉！麻煩把訂單編號私訊給我們（這裡大家都看得到，就別寫在留言裡囉），我們馬上查，查到就告訴您。`,
  starter_parcel_2: `真的等得有點久了，{{ person.first_name | default: "抱歉" }}。請私訊訂單編號，我們今天就去催物流，最晚{{ today | add_workdays: 1 | date: "weekday" }}回覆您。`,

  starter_complaint: '客訴：先道歉，再說由誰處理',
  starter_complaint_1: `{{ person.first_name | default: "您好" }}，非常抱歉，收到這樣的東西換成誰都會不開心。麻煩私訊我們照片和訂單編號，我已經轉給負責的同事，{{ today | add_workdays: 1 | date: "weekday" }}之前一定回覆您。`,
  starter_complaint_2: `謝謝您告訴我們，{{ person.first_name | default: "給您添麻煩了" }}。這件事由我跟到底：先轉給能解決的同事，一有進展就告訴您。方便私訊一下訂單編號嗎？`,

  starter_thanks_tag: '感謝標記我們的人',
  starter_thanks_tag_1: `{{ person.first_name | default: "您" }}拍得也太美了吧！謝謝分享 🧡`,
  starter_thanks_tag_2: `放在您家裡真的好適合！謝謝標記我們，{{ person.first_name | default: "親愛的" }} ✨`,
  starter_thanks_tag_3: `這篇我們整個團隊都傳著看了一遍，謝謝{{ person.first_name | default: "您" }}！用起來還順手嗎？`,

  starter_repost: '可以分享您的照片嗎？',
  starter_repost_1: `{{ person.first_name | default: "您好" }}，這張照片我們超喜歡！可以分享到我們的帳號嗎？會註明是您（{{ person.handle }}）拍的。願意的話回一句「可以」就好，不方便也完全沒關係。`,
  starter_repost_2: `拍得真好，{{ person.first_name | default: "哇" }}！想徵求您的同意，在我們的粉專放這張照片並標記 {{ person.handle }}，您隨時可以請我們撤下。`,

  starter_rights: '請求授權：廣告與商品頁',
  starter_rights_1: `{{ person.first_name | default: "您好" }}，您拍得太好看了！我們想把這張照片用在官方帳號、廣告和商品頁，每次都會標註 {{ person.handle }}，可以嗎？回覆一句「可以使用」就行；三種用途中不願意的請直接告訴我們，之後想收回也沒問題。`,
  starter_rights_2: `嗨 {{ person.first_name | default: "您好" }}，好想讓更多人看到您這張照片！能不能授權我們在官方帳號分享、用於廣告，並放到賣場頁面？都會標註 {{ person.handle }}。如果只同意其中一部分，告訴我們是哪幾項就好。`,

  starter_request_1: `{{ person.first_name | default: "您好" }}，我們很喜歡您這則貼文：{{ post.link }} 。想請您授權我們將它{{ ask.uses }}，並標註 {{ person.handle }}，可以嗎？回覆一句「可以使用」就行，之後隨時可以收回。`,
  starter_request_2: `嗨 {{ person.first_name | default: "您好" }}，您這則貼文（{{ post.link }}）拍得太棒了！能不能允許我們將它{{ ask.uses }}？我們會標註 {{ person.handle }}，不方便也完全沒關係。`,
  starter_request_and: '、',
  starter_request_repost: '分享到我們的官方帳號',
  starter_request_ads: '用於廣告',
  'starter_request_shop-page': '放到賣場的商品頁',
  starter_request_edit: '裁切或加上文字',

  starter_giveaway: '抽獎：活動規則',
  starter_giveaway_1: `參加方式：{{ ask.rules }}。獎品：{{ ask.prize }}。到{{ ask.until }}截止，隨機抽出，只在本帳號公布，絕不會向您要錢或信用卡資料。祝{{ person.first_name | default: "大家" }}好運！`,
  starter_giveaway_2: `還來得及，{{ person.first_name | default: "歡迎參加" }}！{{ ask.rules }}，{{ ask.until }}截止。{{ ask.prize }}的得獎通知只會由 {{ brand.main_account }} 發出，其他帳號都不是我們。`,

  starter_price: '多少錢？',
  starter_price_1: `{{ person.first_name | default: "您好" }}，現在是 {{ product.price }}：{{ product.link | default: brand.shop }}`,
  starter_price_2: `{{ product.title }} 目前 {{ product.price }}，{{ person.first_name | default: "歡迎" }}看看詳情：{{ product.link | default: brand.shop }} 😊`,

  starter_restock: '什麼時候補貨？',
  starter_restock_1: `賣得比我們想的快，抱歉，{{ person.first_name | default: "讓您失望了" }}！預計{{ ask.back }}到貨，到了要不要私訊通知您？`,
  starter_restock_2: `下一批已經在路上，大約{{ ask.back }}到。{{ person.first_name | default: "歡迎" }}追蹤 {{ brand.main_account }}，到貨會先在那裡公布。`,

  starter_first_letter: '給網紅的第一封信',
  starter_first_letter_1: `{{ person.first_name }} 您好：

我是 {{ brand.name }} 的{{ ask.name }}。{{ ask.idea }}

所以我們有個計畫，第一個就想到您：{{ ask.offer }}。怎麼呈現完全由您決定，只需要註明是合作內容。

如果您有興趣，我把詳細資料寄給您；不合適也沒關係，我會繼續看您的作品。

{% render "sign" %}`,
  starter_first_letter_2: `{{ person.first_name }} 您好，

{{ ask.idea }}我在 {{ brand.name }}（{{ brand.link }}）工作，很想和您一起做點什麼。

我的想法是：{{ ask.offer }}。您覺得可以的話，直接回覆收件地址或您的問題就好，其他的我來安排。

{% render "sign" %}`,

  starter_follow_up: '沒有回音，再問一次',
  starter_follow_up_1: `{{ person.first_name }} 您好，

怕上一封信被淹沒了，再輕輕問一句：{{ ask.offer }}，您有興趣嗎？回「可以」「不用了」或「晚點再說」都行，我好安排。

{% render "sign" %}`,
  starter_follow_up_2: `{{ person.first_name }} 您好，知道您訊息很多，不急。{{ ask.offer }}這件事您還考慮嗎？如果這個月不方便，告訴我什麼時候再來問您比較好。

{% render "sign" %}`,

  starter_negotiation: '談合作條件',
  starter_negotiation_1: `{{ person.first_name }} 您好，

謝謝您的報價！配合我們的預算，想和您商量：{{ ask.offer }}，同時希望您在{{ ask.until }}前發布{{ ask.post }}。

您的追蹤者可以用專屬折扣碼 {{ ask.code }}，成效我們兩邊都看得到。這樣可以嗎？或者您想怎麼調整？

{% render "sign" %}`,
  starter_negotiation_2: `{{ person.first_name }} 您好，

我們真的很想和您合作。目前能提供的是：{{ ask.offer }}，換{{ ask.post }}。這次成效好的話，很樂意談長期合作和銷售分潤。

您覺得如何？

{% render "sign" %}`,

  starter_polite_no: '婉拒',
  starter_polite_no_1: `{{ person.first_name }} 您好，

謝謝您想到我們。我認真看過了，和我們現階段的安排不太合適，不想讓您久等，先如實告訴您。以後有合適的，可以再來找您嗎？

{% render "sign" %}`,
  starter_polite_no_2: `{{ person.first_name }} 您好，

您的提案很好，只是這一季的預算已經用完了。我把您放在下一季的名單裡，到時候第一個聯絡您。

{% render "sign" %}`,

  starter_signature: '簽名',
  starter_signature_1: `祝好
{{ ask.name }}
{{ brand.name }}{% if brand.link %}，{{ brand.link }}{% endif %}`,
};

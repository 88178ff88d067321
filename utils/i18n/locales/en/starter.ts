/** The starter set of the saved replies: titles, folders, names of fill-in fields (without spaces) and the replies themselves. */
export const starter = {
  starter_folder_trust: 'Trust',
  starter_folder_service: 'Customer questions',
  starter_folder_community: 'Community',
  starter_folder_creators: 'Creators',

  starter_ask_code: 'discount_code',
  starter_ask_idea: 'why_them',
  starter_ask_offer: 'our_offer',
  starter_ask_post: 'what_they_post',
  starter_ask_prize: 'prize',
  starter_ask_rules: 'rules',
  starter_ask_until: 'until_when',
  starter_ask_back: 'back_in_stock',
  starter_ask_name: 'your_name',

  starter_legit: 'Is this legit?',
  starter_legit_1: `Hi {{ person.first_name | default: "there" }}, good that you ask before you buy! We are {{ brand.name }}, and these are our only official accounts: {{ brand.official_accounts | join: ", " }}. The shop itself is {{ brand.link }}.{% if brand.group_link %} If you would rather hear it from other customers, they are here: {{ brand.group_link }}{% endif %}`,
  starter_legit_2: `Fair question, {{ person.first_name | default: "friend" }}. Yes, it is really us. You can check on {{ brand.link }}, where all our accounts are linked ({{ brand.official_accounts | join: ", " }}). We never ask for payment in messages, so if anyone does, it is not us.{% if brand.group_link %} Our customer group is open too: {{ brand.group_link }}{% endif %}`,

  starter_where_to_buy: 'Where can I get it?',
  starter_where_to_buy_1: `Thank you, {{ person.first_name | default: "so glad you like it" }}! You can find it here: {{ product.link | default: brand.shop }}{{ cursor }}`,
  starter_where_to_buy_2: `It is in our shop: {{ product.link | default: brand.shop }} 😊 Tell us if you are unsure about colour or size, {{ person.first_name | default: "we are happy to help" }}.`,
  starter_where_to_buy_3: `Happy you asked! Everything you see here is at {{ brand.shop }}, and we ship to {{ brand.countries | join: ", " | default: "most countries" }}.`,

  starter_parcel: 'Where is my parcel?',
  starter_parcel_1: `Hi {{ person.first_name | default: "there" }}, sorry you are still waiting. Could you send us your order number in a private message, not here where everyone can read it? We look it up right away and tell you where the parcel is.`,
  starter_parcel_2: `That is longer than it should take, {{ person.first_name | default: "sorry about that" }}. Please message us your order number and we ask the carrier today. You will hear from us by {{ today | add_workdays: 1 | date: "weekday" }} at the latest.`,

  starter_complaint: 'Complaint: sorry, and who looks after it',
  starter_complaint_1: `{{ person.first_name | default: "Hi" }}, I am really sorry, that is not how it should arrive. Please send us a photo and your order number in a private message. I have already told my colleague who takes care of this, and we come back to you by {{ today | add_workdays: 1 | date: "weekday" }}.`,
  starter_complaint_2: `Thank you for telling us, {{ person.first_name | default: "and sorry" }}, and we understand that you are annoyed. I pass it on to the people who can put it right and stay on it until it is solved. Would you send us your order number in a private message?`,

  starter_thanks_tag: 'Thank somebody who tagged us',
  starter_thanks_tag_1: `This made our day, {{ person.first_name | default: "thank you" }}! Thank you for showing it so beautifully 🧡`,
  starter_thanks_tag_2: `Look at that! It suits your place perfectly. Thanks for tagging us, {{ person.first_name | default: "friend" }} ✨`,
  starter_thanks_tag_3: `We passed this one around the whole team. Thank you, {{ person.first_name | default: "lovely" }}! How are you getting on with it?`,

  starter_repost: 'May we share your picture?',
  starter_repost_1: `Hi {{ person.first_name | default: "there" }}, we love this picture! May we share it on our accounts, with your name ({{ person.handle }}) of course? A short “yes” is all we need, and if you would rather not, that is perfectly fine.`,
  starter_repost_2: `What a beautiful shot, {{ person.first_name | default: "wow" }}! Would it be all right if we showed it on our page and credited you as {{ person.handle }}? You can take it back at any time.`,

  starter_rights: 'May we use your picture in ads and shop?',
  starter_rights_1: `Hi {{ person.first_name | default: "there" }}, your picture is wonderful! May we use it on our accounts, in our ads and on our product pages, always with your name ({{ person.handle }})? A clear “yes, you may” is enough, and you can say no to any of the three or take it back later.`,
  starter_rights_2: `{{ person.first_name | default: "Hello" }}, we would love to show your photo to more people: in posts of ours, in ads and in our shop, credited to {{ person.handle }}. Is that all right with you? If only some of it is, just tell us which.`,

  starter_request_1: `Hi {{ person.first_name | default: "there" }}, we love what you posted here: {{ post.link }} May we use it {{ ask.uses }}, with your name ({{ person.handle }})? A clear “yes, you may” is enough, and you can take it back at any time.`,
  starter_request_2: `Hello {{ person.first_name | default: "and thank you" }}, your post {{ post.link }} made our day. Would you allow us to use it {{ ask.uses }}? We always credit you as {{ person.handle }}, and if you would rather not, that is perfectly fine.`,
  starter_request_and: ' and ',
  starter_request_repost: 'on our own accounts',
  starter_request_ads: 'in our ads',
  'starter_request_shop-page': 'on our product pages',
  starter_request_edit: 'cropped or with words on it',

  starter_giveaway: 'Giveaway: the rules',
  starter_giveaway_1: `Here is how to take part: {{ ask.rules }}. The prize: {{ ask.prize }}. Open until {{ ask.until }}; we draw at random, announce the winner on this account only and never ask you for money or card details. Good luck, {{ person.first_name | default: "everyone" }}!`,
  starter_giveaway_2: `Yes, you can still join, {{ person.first_name | default: "welcome" }}! {{ ask.rules }}. It ends on {{ ask.until }}. We write to the winner of {{ ask.prize }} from {{ brand.main_account }}; any other account is not ours.`,

  starter_price: 'How much is it?',
  starter_price_1: `Hi {{ person.first_name | default: "there" }}, it is {{ product.price }} at the moment: {{ product.link | default: brand.shop }}`,
  starter_price_2: `{{ product.title }} is {{ product.price }}, {{ person.first_name | default: "friend" }}. All details are here: {{ product.link | default: brand.shop }} 😊`,

  starter_restock: 'When is it back?',
  starter_restock_1: `It sold faster than we thought, sorry, {{ person.first_name | default: "friend" }}! We expect it back around {{ ask.back }}. Shall we send you a message when it is here?`,
  starter_restock_2: `The next batch is on its way and should be here by {{ ask.back }}. Follow {{ brand.main_account }}, {{ person.first_name | default: "then you do not miss it" }}, we show it there first.`,

  starter_first_letter: 'First letter to a creator',
  starter_first_letter_1: `Hi {{ person.first_name }},

I am {{ ask.name }} from {{ brand.name }}. {{ ask.idea }}

That is why I think of you for something we are planning: {{ ask.offer }}. You decide how you show it; we only ask that you say it is a collaboration.

Does that sound interesting? Then I send you the details. And if it is not for you, no hard feelings, I will keep enjoying your posts.

{% render "sign" %}`,
  starter_first_letter_2: `Dear {{ person.first_name }},

{{ ask.idea }} I work for {{ brand.name }} ({{ brand.link }}) and would love to do something together with you.

What I have in mind: {{ ask.offer }}. If you like the idea, just answer with your address or your questions, and I take care of the rest.

{% render "sign" %}`,

  starter_follow_up: 'Follow up after silence',
  starter_follow_up_1: `Hi {{ person.first_name }},

only a short nudge, in case my message got buried: would you like to try {{ ask.offer }} with us? A “yes”, “no” or “later” is all I need, then I know how to plan.

{% render "sign" %}`,
  starter_follow_up_2: `Hello {{ person.first_name }}, I know how full an inbox gets. Is {{ ask.offer }} still something for you? If this month does not suit you, tell me when I may ask again.

{% render "sign" %}`,

  starter_negotiation: 'Negotiate the terms',
  starter_negotiation_1: `Hi {{ person.first_name }},

thank you for your offer! So that it fits our budget, I would suggest: {{ ask.offer }}. In return we would ask for {{ ask.post }} by {{ ask.until }}.

Your followers would get their own code, {{ ask.code }}, so that we both see what it brings. Can you live with that, or what would you change?

{% render "sign" %}`,
  starter_negotiation_2: `Hi {{ person.first_name }},

we would really like to work with you. Our frame is {{ ask.offer }} for {{ ask.post }}. If it goes well, I am glad to talk about a longer cooperation with a share of the sales.

What do you think?

{% render "sign" %}`,

  starter_polite_no: 'A polite no',
  starter_polite_no_1: `Hi {{ person.first_name }},

thank you for thinking of us. I looked at it carefully, and it does not fit what we are planning at the moment, so I would rather tell you now than keep you waiting. May I come back to you when something suits better?

{% render "sign" %}`,
  starter_polite_no_2: `Dear {{ person.first_name }},

your offer is a good one, our budget for this season is simply spent. I have put you on my list for the next one and will write to you first.

{% render "sign" %}`,

  starter_signature: 'Signature',
  starter_signature_1: `Best wishes
{{ ask.name }}
{{ brand.name }}{% if brand.link %}, {{ brand.link }}{% endif %}`,
};

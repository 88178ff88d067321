/** What the invented shops say. */
export const words = {
  en: {
    first: ['Brass', 'Linen', 'Walnut', 'Harbour', 'Moss', 'Amber', 'Tin', 'Copper', 'Slate', 'Juniper'],
    second: ['lantern', 'bowl', 'bell', 'mug', 'candle', 'tray', 'vase', 'spoon', 'basket', 'kettle'],
    news: [
      'Free shipping over 40 this week',
      'The winter collection has arrived',
      'Two for one on all candles until Sunday',
      'Our summer closing: orders leave on 12 August',
      'Members get early access to the new glaze',
    ],
    prose: [
      'Every piece is thrown by hand in our studio by the sea and fired twice in an old gas kiln.',
      'We pack with paper and straw only; the boxes are made from what the paper mill next door throws away.',
      'Returns are free for 30 days, and whoever breaks a bowl within a year gets the second one for half.',
      'Our glazes are mixed from ash, clay and iron, and no two pots of one batch are alike.',
      'Visit the studio on Saturdays between ten and four, the kettle is always on.',
      'Gift cards arrive by mail within a minute and never lose their value.',
    ],
    bios: [
      'Pottery by the sea',
      'Handmade bowls and bells. New drop every Friday',
      'Small batch ceramics, Lund',
      'Clay, fire, patience. Orders open',
    ],
  },
  zh: {
    first: ['铜制', '亚麻', '胡桃木', '海港', '青苔', '琥珀', '锡制', '紫铜', '石板', '杜松'],
    second: ['灯笼', '碗', '铃铛', '马克杯', '蜡烛', '托盘', '花瓶', '勺子', '篮子', '水壶'],
    news: [
      '本周满四十元包邮',
      '冬季新品已经上架',
      '全场蜡烛买一送一，周日截止',
      '夏季休假通知：八月十二日起发货',
      '会员提前抢购新釉色',
    ],
    prose: [
      '每一件都在海边的工作室手工拉坯，并在老气窑里烧制两次。',
      '我们只用纸和稻草包装，纸箱来自隔壁造纸厂的边角料。',
      '三十天内免费退换，一年内打碎的碗可以半价再买一个。',
      '釉料由草木灰、黏土和铁调配而成，同一批里没有两只完全一样。',
      '每周六上午十点到下午四点欢迎参观工作室，茶水常备。',
      '礼品卡一分钟内发到邮箱，永久有效。',
    ],
    bios: ['海边的陶艺工作室', '手工碗和铃铛，每周五上新', '小批量陶瓷', '泥、火、耐心，接受预订'],
  },
};
export type Language = keyof typeof words;

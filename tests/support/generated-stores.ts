import {
  amountIn,
  around,
  type Currency,
  type Drawn,
  dollars,
  escaped,
  euros,
  html,
  pictureAddress,
} from './generated-pages.ts';
import type { Good } from './generated-shops.ts';

function slug({ number }: Good): string {
  return `piece-${number.toString(36)}`;
}

/** How a store's page names and draws its products. */
export interface StorePage {
  keyOf(good: Good): string;
  draw(drawn: Drawn): string;
}

function shown(cents: number, currency: Currency, { visit }: Drawn, comma: boolean): string {
  const { amount, code } = amountIn(cents, currency, visit);
  return comma
    ? `${amount.replace('.', ',')} ${code === 'EUR' ? '€' : code}`
    : `${code === 'USD' ? '$' : ''}${amount} ${code}`;
}

const shopifyHost = 'https://lin-studio.example';

function shopifyHead({ visit }: Drawn): string {
  const { code } = amountIn(1, dollars, visit);
  return `<script>var Shopify = Shopify || {}; Shopify.shop = "lin-studio.myshopify.com"; Shopify.currency = {"active":"${code}","rate":"1.0"};</script><meta property="og:site_name" content="Lin Studio">`;
}

export const shopifyList: StorePage = {
  keyOf: (good) => `${shopifyHost}/products/${slug(good)}`,
  draw(drawn) {
    const cards = drawn.goods.map((good) => {
      const price = shown(good.price, dollars, drawn, false);
      const was =
        good.was !== undefined && good.was > good.price ? shown(good.was, dollars, drawn, false) : undefined;
      return `<li class="grid__item"><div class="card-wrapper"><div class="card__media"><img src="${pictureAddress(good.number, good.revision, drawn.visit, `${shopifyHost}/cdn/shop`)}" alt=""></div><h3 class="card__heading"><a href="/products/${slug(good)}">${escaped(good.title)}</a></h3><div class="price${was ? ' price--on-sale' : ''}"><div class="price__regular"><span class="visually-hidden">Regular price</span><span class="price-item price-item--regular">${was ?? price}</span></div><div class="price__sale"><span><s class="price-item price-item--regular">${was ?? ''}</s></span><span class="price-item price-item--sale">${price}</span></div></div></div></li>`;
    });
    return html(
      'en',
      'Bowls – Lin Studio',
      shopifyHead(drawn),
      around(drawn, `<h1>Bowls</h1><ul class="grid">${cards.join('')}</ul>`, shopifyHost),
    );
  },
};

export const shopifyProduct: StorePage = {
  keyOf: () => '7001',
  draw(drawn) {
    const [good] = drawn.goods;
    if (!good) throw new Error('a product page needs a product');
    const { amount, code } = amountIn(good.price, dollars, drawn.visit);
    const cents = Math.round(Number(amount) * 100);
    const was =
      good.was === undefined
        ? null
        : Math.round(Number(amountIn(good.was, dollars, drawn.visit).amount) * 100);
    const url = `${shopifyHost}/products/harbour-mug`;
    const product = {
      '@context': 'http://schema.org/',
      '@type': 'Product',
      name: good.title,
      url,
      image: [pictureAddress(good.number, good.revision, drawn.visit, `${shopifyHost}/cdn/shop`)],
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: good.rating / 10,
        reviewCount: 40 + (drawn.visit.seed % 50),
      },
      offers: [
        {
          '@type': 'Offer',
          availability: `http://schema.org/${good.soldOut ? 'OutOfStock' : 'InStock'}`,
          price: amount,
          priceCurrency: code,
          url,
        },
      ],
    };
    const variants = [
      {
        id: 101,
        title: 'One',
        available: !good.soldOut,
        name: good.title,
        price: cents,
        compare_at_price: was,
      },
    ];
    const head = `${shopifyHead(drawn)}<link rel="canonical" href="${url}"><meta property="og:title" content="${escaped(good.title)}"><meta property="og:type" content="product"><script>window.__st={"p":"product","rtyp":"product","rid":7001};</script><script type="application/ld+json">${JSON.stringify(product)}</script>`;
    const body = `<h1>${escaped(good.title)}</h1><p class="price">${shown(good.price, dollars, drawn, false)}</p><button>${good.soldOut ? 'Sold out' : 'Add to cart'}</button><script type="application/json">${JSON.stringify(variants)}</script>`;
    return html(
      'en',
      `${good.title} – Lin Studio`,
      head,
      around(drawn, body, shopifyHost),
      'template-product',
    );
  },
};

const wooHost = 'https://atelier-lin.example';

export const wooCommerceList: StorePage = {
  keyOf: (good) => `${wooHost}/produit/${slug(good)}/`,
  draw(drawn) {
    const amount = (cents: number) => `<span class="amount">${shown(cents, euros, drawn, true)}</span>`;
    const cards = drawn.goods.map((good) => {
      const was = good.was !== undefined && good.was > good.price;
      const price = was
        ? `<del>${amount(good.was ?? 0)}</del> <ins>${amount(good.price)}</ins>`
        : amount(good.price);
      return `<li class="product type-product ${good.soldOut ? 'outofstock' : 'instock'}"><a href="/produit/${slug(good)}/" class="woocommerce-LoopProduct-link"><img src="${pictureAddress(good.number, good.revision, drawn.visit, `${wooHost}/wp-content`)}" alt=""><h2 class="woocommerce-loop-product__title">${escaped(good.title)}</h2><span class="price">${price}</span></a><a href="?add-to-cart=${good.number}">Ajouter</a></li>`;
    });
    return html(
      'fr-FR',
      'Sacs – Atelier',
      '',
      around(drawn, `<h1>Sacs</h1><ul class="products columns-3">${cards.join('')}</ul>`, wooHost),
      'archive tax-product_cat woocommerce woocommerce-page',
    );
  },
};

const asin = ({ number }: Good) => `B0${String(number).padStart(8, '0')}`;

export const amazonShop: StorePage = {
  keyOf: asin,
  draw(drawn) {
    const price = (cents: number) => `€ ${(cents / 100).toFixed(2).replace('.', ',')}`;
    const cards = drawn.goods.map((good) => {
      const was = good.was !== undefined && good.was > good.price;
      return `<div data-asin="${asin(good)}" data-component-type="s-search-result"><img class="s-image" src="${pictureAddress(good.number, good.revision, drawn.visit, 'https://m.media.example/images')}" alt=""><a href="/dp/${asin(good)}/ref=sr_${drawn.visit.seed}"><h2><span>${escaped(good.title)}</span></h2></a><span class="a-price"><span class="a-offscreen">${price(good.price)}</span></span>${was ? `<span class="a-price a-text-price" data-a-strike="true"><span class="a-offscreen">${price(good.was ?? 0)}</span></span>` : ''}</div>`;
    });
    return html(
      'nl-nl',
      'Verkoper',
      '',
      around(drawn, `<h1 id="seller-name">Lin Studio</h1>${cards.join('')}`, 'https://www.amazon.nl'),
    );
  },
};

const taobaoId = ({ number }: Good) => `6000${String(number).padStart(8, '0')}`;

export const taobaoShop: StorePage = {
  keyOf: taobaoId,
  draw(drawn) {
    const cards = drawn.goods.map(
      (good) =>
        `<dl class="item" data-id="${taobaoId(good)}"><dt class="photo"><a href="//item.taobao.com/item.htm?id=${taobaoId(good)}&spm=a.${drawn.visit.seed}"><img src="${pictureAddress(good.number, good.revision, drawn.visit, 'https://gdp.alicdn.example')}"></a></dt><dd class="detail"><a class="item-name" href="//item.taobao.com/item.htm?id=${taobaoId(good)}">${escaped(good.title)}</a><div class="cprice-area"><span class="symbol">¥</span><span class="c-price">${(good.price / 100).toFixed(2)}</span></div><div class="sale-area">已售：<span class="sale-num">${Math.floor(drawn.next() * 900)}</span>件</div></dd></dl>`,
    );
    return html(
      'zh-CN',
      '首页-灯笼小铺-淘宝网',
      '',
      around(drawn, `<div class="J_TItems">${cards.join('')}</div>`, 'https://gdp.alicdn.example'),
    );
  },
};

const bellsHost = 'https://bells.example';

export const structuredList: StorePage = {
  keyOf: (good) => `${bellsHost}/bells/${slug(good)}`,
  draw(drawn) {
    const items = drawn.goods.map((good, index) => {
      const { amount, code } = amountIn(good.price, euros, drawn.visit);
      const offers = {
        '@type': 'Offer',
        price: amount,
        priceCurrency: code,
        availability: `https://schema.org/${good.soldOut ? 'OutOfStock' : 'InStock'}`,
      };
      const image = pictureAddress(good.number, good.revision, drawn.visit, bellsHost);
      return {
        '@type': 'ListItem',
        position: index + 1,
        item: { '@type': 'Product', name: good.title, url: `/bells/${slug(good)}`, image, offers },
      };
    });
    const head = `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'ItemList', itemListElement: items })}</script>`;
    return html('it', 'Campane', head, around(drawn, '<h1>Campane</h1>', bellsHost));
  },
};

const ebayId = ({ number }: Good) => `1981${String(number).padStart(8, '0')}`;

/** eBay's pictures stand in folders of their own name; the file says only the size. */
function ebayPicture(good: Good, { visit }: Drawn): string {
  const address = pictureAddress(good.number, good.revision, visit, ebayHost);
  const name = /\/([a-z0-9]+)(?:_600x)?\.(?:jpg|webp)/.exec(address)?.[1] ?? '';
  return `${ebayHost}/images/g/${name}/s-l${visit.noise === 'moments' ? 500 : 300}.jpg`;
}

const ebayHost = 'https://i.ebayimg.com';

export const ebayShop: StorePage = {
  keyOf: ebayId,
  draw(drawn) {
    const cards = drawn.goods.map(
      (good) =>
        `<article class="str-item-card"><a class="str-item-card__link" href="https://www.ebay.co.uk/itm/${ebayId(good)}?itmmeta=${drawn.visit.seed}"><img src="${ebayPicture(good, drawn)}" alt=""><h3 class="str-card-title">${escaped(good.title)}</h3></a><span class="str-item-card__property-displayPrice">£${(good.price / 100).toFixed(2)}</span></article>`,
    );
    const seller = `<div class="str-seller-card"><div class="str-seller-card__store-name"><h1><a href="#">Lin Studio</a></h1></div><div class="str-seller-card__stats-content"><div>99.8% positive feedback</div><div>${drawn.visit.seed % 90}K items sold</div></div></div>`;
    return html('en-GB', 'Lin Studio | eBay Stores', '', seller + around(drawn, cards.join(''), ebayHost));
  },
};

const etsyId = ({ number }: Good) => `5505${String(number).padStart(5, '0')}`;

export const etsyShop: StorePage = {
  keyOf: etsyId,
  draw(drawn) {
    const items = drawn.goods.map((good) => {
      const { amount, code } = amountIn(good.price, dollars, drawn.visit);
      const offers = {
        '@type': 'Offer',
        price: amount,
        priceCurrency: code,
        availability: `https://schema.org/${good.soldOut ? 'OutOfStock' : 'InStock'}`,
      };
      const image = pictureAddress(good.number, good.revision, drawn.visit, 'https://i.etsystatic.example');
      return {
        '@type': 'ListItem',
        position: 1,
        item: {
          '@type': 'Product',
          image,
          name: good.title,
          url: `https://www.etsy.com/listing/${etsyId(good)}/${slug(good)}`,
          brand: { '@type': 'Brand', name: 'LinStudio' },
          offers,
        },
      };
    });
    const head = `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'ItemList', itemListElement: items, url: 'https://www.etsy.com/shop/LinStudio' })}</script>`;
    return html(
      'en',
      'LinStudio - Etsy',
      head,
      around(drawn, '<h1>LinStudio</h1>', 'https://i.etsystatic.example'),
    );
  },
};

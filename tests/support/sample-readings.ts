import type { Change } from '../../utils/domain/change-kind.ts';
import type { Field, PageReading, ProductReading } from '../../utils/domain/page-reading.ts';

function field<T>(value: T): Field<T> {
  return { value, source: 'dom' };
}

/** Plain values of a product; `price: '12.50'` is in euros unless it names another currency. */
export interface PlainProduct {
  id?: string;
  title?: string;
  url?: string;
  price?: string;
  priceMax?: string;
  listPrice?: string;
  raw?: string;
  availability?: NonNullable<ProductReading['availability']>['value'];
  stock?: number;
  rating?: number;
  imageUrl?: string;
  promotions?: string[];
}

function money(text: string) {
  const [amount = '', currency = 'EUR'] = text.split(' ');
  return field({ amount, currency });
}

export function product(plain: PlainProduct): ProductReading {
  const {
    id,
    title,
    url,
    price,
    priceMax,
    listPrice,
    raw,
    availability,
    stock,
    rating,
    imageUrl,
    promotions,
  } = plain;
  return {
    ...(id === undefined ? {} : { id: field(id) }),
    ...(title === undefined ? {} : { title: field(title) }),
    ...(url === undefined ? {} : { url: field(url) }),
    ...(price === undefined ? {} : { price: { ...money(price), ...(raw ? { raw } : {}) } }),
    ...(priceMax === undefined ? {} : { priceMax: money(priceMax) }),
    ...(listPrice === undefined ? {} : { listPrice: money(listPrice) }),
    ...(availability === undefined ? {} : { availability: field(availability) }),
    ...(stock === undefined ? {} : { stock: field(stock) }),
    ...(rating === undefined ? {} : { rating: field(rating) }),
    ...(imageUrl === undefined ? {} : { imageUrl: field(imageUrl) }),
    ...(promotions === undefined ? {} : { promotions: field(promotions) }),
  };
}

export function listing(products: PlainProduct[], more: Partial<PageReading> = {}): PageReading {
  return {
    platform: 'web',
    kind: 'listing',
    key: 'web:listing:bells.example/brass',
    url: 'https://bells.example/brass',
    products: products.map(product),
    problems: [],
    ...more,
  };
}

export function productPage(plain: PlainProduct, more: Partial<PageReading> = {}): PageReading {
  return {
    platform: 'web',
    kind: 'product',
    key: 'web:product:bells.example/bell',
    url: 'https://bells.example/bell',
    product: product(plain),
    problems: [],
    ...more,
  };
}

/** So many products alike but for their number, each with all a list shows. */
export function goods(count: number): PlainProduct[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `g${index}`,
    title: `Bell number ${index}`,
    url: `https://bells.example/bell-${index}`,
    price: `${10 + (index % 40)}.50`,
    availability: 'in-stock' as const,
    imageUrl: `https://bells.example/files/bell-picture-${index}.jpg`,
  }));
}

/** Changes as "kind key", in their order. */
export function named(changes: readonly Change[]): string[] {
  return changes.map(({ kind, key }) => `${kind} ${key}`);
}

import type { ProductReading } from '../domain/page-reading.ts';
import { pageIdentity } from './addresses.ts';
import { plainText } from './plain-text.ts';

/** A product of a list. What it is known by is worked out when it is asked for: of thousands most are known by their ids alone. */
export class Row {
  product: ProductReading;
  /** place on the page, from 0, doubles not counted */
  readonly index: number;
  /** place in the reading, from 0 */
  readonly at: number;
  /** no other row of the list has this id */
  ownId = false;
  #address: string | undefined;
  #title: string | undefined;

  constructor(product: ProductReading, index: number, at: number) {
    this.product = product;
    this.index = index;
    this.at = at;
  }

  get id(): string | undefined {
    return this.product.id?.value;
  }

  get address(): string | undefined {
    const url = this.product.url?.value;
    if (url !== undefined) this.#address ??= pageIdentity(url);
    return this.#address;
  }

  get title(): string | undefined {
    const title = this.product.title?.value;
    if (title !== undefined) this.#title ??= plainText(title);
    return this.#title || undefined;
  }

  /** The same address, or the same title, as far as both have one. */
  isAlike(other: Row): boolean {
    const [one, two] = [this.product, other.product];
    if (one.url?.value === two.url?.value || one.title?.value === two.title?.value) return true;
    return this.address === other.address || this.title === other.title;
  }
}

/** A product in two lists. */
export interface RowPair {
  before: Row;
  after: Row;
}

/** One page shows a product twice (carousel and list): the first counts, with what only the second says. */
export function rowsOf(products: readonly ProductReading[]): Row[] {
  const ids = new Map<string, number>();
  for (const { id } of products) if (id) ids.set(id.value, (ids.get(id.value) ?? 0) + 1);
  const rows: Row[] = [];
  const known = new Map<string, Row>();
  for (const [at, product] of products.entries()) {
    const row = new Row(product, rows.length, at);
    const { id } = row;
    row.ownId = id !== undefined && ids.get(id) === 1;
    if (!row.ownId) {
      const { address, title } = row;
      // nothing could ever be said of it
      if (id === undefined && address === undefined && title === undefined) continue;
      const names =
        id === undefined
          ? [address && `u ${address}`]
          : [address && `a ${id}\n${address}`, title && `t ${id}\n${title}`];
      const twin = names.map((name) => name && known.get(name)).find(Boolean);
      if (twin) {
        twin.product = { ...product, ...twin.product };
        continue;
      }
      for (const name of names) if (name) known.set(name, row);
    }
    rows.push(row);
  }
  // an id that only doubles had is the product's own
  const left = new Map<string, number>();
  for (const { id } of rows) if (id !== undefined) left.set(id, (left.get(id) ?? 0) + 1);
  for (const row of rows) row.ownId = row.id !== undefined && left.get(row.id) === 1;
  return rows;
}

/** What a change names a product by: its id, where it has one of its own, else its address, else its title. */
export function keyOfRow({ id, ownId, product, index }: Row): string {
  return (ownId ? id : undefined) ?? product.url?.value ?? product.title?.value ?? id ?? `#${index + 1}`;
}

/** What the changes of a product in two lists name it by: an id that only the older look knew is still the product's. */
export function keyOfPair({ before, after }: RowPair): string {
  return keyOfRow(before.ownId && !after.ownId ? before : after);
}

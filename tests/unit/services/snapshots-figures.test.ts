import { expect, test } from 'vitest';
import { dump } from '../../support/memory-notebook.ts';
import { goods, watchedShop } from '../../support/watched-shop.ts';

test('a list of which only a part was loaded ends no price; a product that is gone does', async () => {
  const shop = await watchedShop();
  const all = goods(40);
  await shop.see(all);
  await shop.see(all.slice(0, 20));
  await shop.see([...all.slice(0, 3), ...all.slice(4, 20)]);
  const { pageFigures } = await dump(shop.machine, ['pageFigures']);
  expect(pageFigures).toMatchObject([
    { products: 40 },
    { products: 20, prices: [] },
    { products: 19, prices: [{ key: 'c4', price: null }] },
  ]);
});

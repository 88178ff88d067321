/** Groups of the menu from which variables are put in. */
export const variableGroups = [
  'person',
  'comment',
  'post',
  'product',
  'order',
  'brand',
  'campaign',
  'notebook',
  'day',
  'page',
] as const;
export type VariableGroup = (typeof variableGroups)[number];

export interface Variable {
  /** as it stands in the text: `person.first_name` */
  path: string;
  /** the end of the word's key in the locales, `template_variable_<key>`: 称呼, 产品, 链接, 折扣码 … */
  key: string;
  group: VariableGroup;
  /** what the chip writes where the plain path would read badly: lists with their separator */
  insert?: string;
}

const one = (group: VariableGroup, path: string, insert?: string): Variable => ({
  path,
  key: path.replaceAll('.', '_'),
  group,
  ...(insert === undefined ? {} : { insert }),
});

/** Every variable that a template may use, in the order of the menu. `ask.<name>` is a fill-in field and has a name of its own. */
export const variables: readonly Variable[] = [
  one('person', 'person.first_name'),
  one('person', 'person.name'),
  one('person', 'person.handle'),
  one('comment', 'comment.text'),
  one('post', 'post.title'),
  one('post', 'post.link'),
  one('product', 'product.title'),
  one('product', 'product.price'),
  one('product', 'product.list_price'),
  one('product', 'product.link'),
  one('order', 'order.number'),
  one('order', 'order.link'),
  one('brand', 'brand.name'),
  one('brand', 'brand.group_link'),
  one('brand', 'brand.official_accounts', '{{ brand.official_accounts | join: ", " }}'),
  one('brand', 'brand.main_account'),
  one('brand', 'brand.side_accounts', '{{ brand.side_accounts | join: ", " }}'),
  one('brand', 'brand.shop'),
  one('brand', 'brand.shops', '{{ brand.shops | join: ", " }}'),
  one('brand', 'brand.link'),
  one('brand', 'brand.links', '{{ brand.links | join: ", " }}'),
  one('brand', 'brand.hashtag'),
  one('brand', 'brand.hashtags', '{{ brand.hashtags | join: " " }}'),
  one('brand', 'brand.countries', '{{ brand.countries | join: ", " }}'),
  one('campaign', 'campaign.name'),
  one('campaign', 'campaign.code'),
  one('campaign', 'campaign.link'),
  one('campaign', 'campaign.ends'),
  one('notebook', 'creator.name'),
  one('notebook', 'creator.followers'),
  one('notebook', 'creator.last_contact'),
  one('notebook', 'creator.next_action'),
  one('day', 'today'),
  one('page', 'page.title'),
  one('page', 'page.link'),
  one('page', 'page.site'),
];

/** What a chip puts into the text. */
export function insertOf({ path, insert }: Variable): string {
  return insert ?? `{{ ${path} }}`;
}

/** A fill-in field of that name as it stands in a text. */
export function askFor(name: string): string {
  const id = name.trim().replace(/[\s.[\]'"|{}%]+/g, '_');
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(id) ? `{{ ask.${id} }}` : `{{ ask["${id}"] }}`;
}

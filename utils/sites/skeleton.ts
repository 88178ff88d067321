import { longestSkeleton } from '../domain/skeleton-limit.ts';
import { plainName } from './plain-words.ts';
import { parseLooseJson } from './shared/json-repair.ts';

/*
 * The structure of a page, to be looked at when a reader no longer finds something: names of elements and attributes, nesting, how often
 * things repeat, names of keys in the page's data. Nothing that a person wrote or that stands for one: no text, and no values but standard
 * words. It is made to be sent to whoever repairs the reader.
 */

/** Attributes whose value is kept where it is one of the standard words. */
const standardValues: Record<string, RegExp> = {
  role: /^(?:alert|alertdialog|application|article|banner|button|cell|checkbox|columnheader|combobox|complementary|contentinfo|dialog|feed|figure|form|grid|gridcell|group|heading|img|link|list|listbox|listitem|log|main|menu|menubar|menuitem|menuitemradio|navigation|none|note|option|presentation|progressbar|radio|radiogroup|region|row|rowgroup|rowheader|search|searchbox|separator|slider|spinbutton|status|switch|tab|table|tablist|tabpanel|textbox|timer|toolbar|tooltip|tree|treeitem)$/,
  type: /^(?:application\/(?:ld\+json|json)|text\/(?:css|javascript|html|template|x-template)|module|importmap|button|checkbox|date|email|file|hidden|image|number|password|radio|range|reset|search|submit|tel|text|time|url)$/,
  rel: /^(?:alternate|author|canonical|icon|manifest|me|next|nofollow|noopener|noreferrer|preconnect|prefetch|preload|prev|search|shortcut icon|stylesheet|tag)$/,
  itemprop:
    /^(?:additionalName|address|aggregateRating|alternateName|articleBody|author|availability|brand|category|commentCount|contentUrl|dateCreated|datePublished|description|email|embedUrl|headline|height|identifier|image|interactionCount|interactionStatistic|isFamilyFriendly|item|itemListElement|jobTitle|lowPrice|highPrice|mainEntity|name|offers|position|price|priceCurrency|priceSpecification|priceValidUntil|productID|publisher|ratingCount|ratingValue|review|reviewBody|reviewCount|sameAs|seller|sku|telephone|text|thumbnailUrl|uploadDate|url|userInteractionCount|video|width)$/,
  property:
    /^(?:og:(?:title|description|image|url|type|site_name|locale|video|audio|updated_time|price:amount|price:currency|availability)|article:(?:author|published_time|modified_time|section|tag)|profile:(?:username|first_name|last_name|gender)|product:(?:price:amount|price:currency|availability|brand|condition|retailer_item_id)|al:(?:ios|android):(?:app_name|app_store_id|package|url)|twitter:(?:card|title|description|image|site|creator)|fb:app_id)$/,
};

/** Inside these stands nothing that a reader looks at. */
const closed = new Set(['style', 'svg', 'noscript', 'template', 'iframe', 'object', 'math']);

interface Part {
  label: string;
  size: number;
  times: number;
  parts: Part[];
}

const mostElements = 30_000;
const mostAttributes = 12;
const deepest = 60;

const standardElement =
  /^(?:html|head|body|title|base|link|meta|style|script|noscript|template|main|section|article|aside|header|footer|nav|address|h[1-6]|hgroup|search|p|hr|pre|blockquote|ol|ul|menu|li|dl|dt|dd|figure|figcaption|div|a|em|strong|small|s|cite|q|dfn|abbr|ruby|rt|rp|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|bdi|bdo|span|br|wbr|ins|del|picture|source|img|iframe|embed|object|video|audio|track|map|area|svg|math|table|caption|colgroup|col|tbody|thead|tfoot|tr|td|th|form|label|input|button|select|datalist|optgroup|option|textarea|output|progress|meter|fieldset|legend|details|summary|dialog|slot|canvas|center|font|frame|frameset|marquee|big|tt|nobr|strike)$/;

/** Elements and attributes that are not standard may be named after anything: of their names only plain words stay. */
const standardAttribute =
  /^(?:accept|action|alt|async|autocomplete|charset|class|cols|colspan|content|contenteditable|controls|crossorigin|datetime|defer|dir|disabled|draggable|for|height|hidden|href|hreflang|http-equiv|id|integrity|itemid|itemprop|itemref|itemscope|itemtype|kind|label|lang|loading|loop|max|media|method|min|muted|name|nonce|pattern|placeholder|poster|preload|property|rel|role|rows|rowspan|sizes|spellcheck|src|srcset|style|tabindex|target|title|translate|type|value|width|aria-(?:activedescendant|atomic|autocomplete|busy|checked|controls|current|describedby|disabled|expanded|haspopup|hidden|invalid|label|labelledby|level|live|modal|multiselectable|orientation|owns|placeholder|posinset|pressed|readonly|relevant|required|roledescription|rowcount|selected|setsize|sort|valuemax|valuemin|valuenow|valuetext))$/;

function elementName(name: string, hidden: (text: string) => boolean): string {
  if (standardElement.test(name)) return name;
  return hidden(name) ? '#' : plainName(name);
}

function attributeName(name: string, hidden: (text: string) => boolean): string {
  if (standardAttribute.test(name)) return name;
  return hidden(name) ? '#' : plainName(name);
}

function labelOf(element: Element, hidden: (text: string) => boolean): string {
  const standard = elementName(element.localName, hidden);
  const attributes = [...element.attributes].slice(0, mostAttributes).map(({ name, value }) => {
    const kept = Object.hasOwn(standardValues, name) && standardValues[name]?.test(value);
    return `[${attributeName(name, hidden)}${kept ? `=${value}` : ''}]`;
  });
  return standard + [...new Set(attributes)].sort().join('');
}

/** Same neighbours become one with a count; of two the larger stays, for it shows more. */
function add(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  if (last?.label !== part.label) parts.push(part);
  else parts[parts.length - 1] = { ...(part.size > last.size ? part : last), times: last.times + part.times };
}

/** With more different neighbours than this, those that look alike are put together wherever they stand. */
const mostNeighbours = 24;

function together(parts: Part[]): Part[] {
  if (parts.length <= mostNeighbours) return parts;
  const byLabel = new Map<string, Part>();
  for (const part of parts) {
    const known = byLabel.get(part.label);
    byLabel.set(part.label, {
      ...(known && known.size >= part.size ? known : part),
      times: part.times + (known?.times ?? 0),
    });
  }
  return [...byLabel.values()];
}

const keysShown = 60;
const deepestData = 16;

/** What a value of the page's data is: its keys by plain words, its types, nothing of its content. */
function dataPart(label: string, value: unknown, depth: number, hidden: (text: string) => boolean): Part {
  const part = (type: string, parts: Part[] = []): Part => ({
    label: `${label} ${type}`,
    size: 1 + parts.reduce((sum, each) => sum + each.size, 0),
    times: 1,
    parts,
  });
  if (Array.isArray(value)) {
    const first = value.find((item) => typeof item === 'object' && item !== null) ?? value[0];
    const inner = value.length === 0 || depth > deepestData ? [] : [dataPart('·', first, depth + 1, hidden)];
    return part(`list of ${value.length > 9 ? 'many' : value.length}`, inner);
  }
  if (typeof value !== 'object' || value === null) return part(value === null ? 'null' : typeof value);
  const parts: Part[] = [];
  if (depth <= deepestData)
    for (const [key, inner] of Object.entries(value).slice(0, keysShown))
      add(parts, dataPart(hidden(key) ? '#' : plainName(key), inner, depth + 1, hidden));
  return part('object', together(parts));
}

const longestData = 3_000_000;

function scriptData(script: Element, hidden: (text: string) => boolean): Part[] {
  const text = script.textContent ?? '';
  const type = script.getAttribute('type') ?? '';
  const start = type.includes('json')
    ? text.search(/[{[]/)
    : /^[\s\w.$"'[\]]{0,80}=\s*(?=[{[])/.exec(text)?.[0].length;
  if (start === undefined || start < 0 || text.length > longestData) return [];
  const open = text[start];
  const end = text.lastIndexOf(open === '[' ? ']' : '}');
  try {
    const value: unknown = parseLooseJson(text.slice(start, end + 1));
    return typeof value === 'object' && value !== null ? [dataPart('data', value, 0, hidden)] : [];
  } catch {
    return [];
  }
}

function partOf(
  element: Element,
  depth: number,
  left: { elements: number },
  hidden: (text: string) => boolean,
): Part {
  const parts: Part[] = [];
  if (element.localName === 'script') parts.push(...scriptData(element, hidden));
  else if (!closed.has(element.localName) && depth < deepest)
    for (const child of element.children) {
      if (left.elements-- <= 0) break;
      add(parts, partOf(child, depth + 1, left, hidden));
    }
  const shown = together(parts);
  const size = 1 + shown.reduce((sum, part) => sum + part.size, 0);
  return { label: labelOf(element, hidden), size, times: 1, parts: shown };
}

function lines(part: Part, depth: number, most: number, into: string[]): void {
  const more = part.parts.length > 0 && depth >= most;
  into.push(`${' '.repeat(depth)}${part.label}${part.times > 1 ? ` ×${part.times}` : ''}${more ? ' …' : ''}`);
  if (!more) for (const inner of part.parts) lines(inner, depth + 1, most, into);
}

/**
 * The structure of a page without anything that stands in it.
 * @param names whatever names the page's person: such parts of names become `#`, in any spelling
 * @returns one line for each element or key, indented by its depth; at most 20,000 characters, cut at a depth where it would be longer
 */
export function skeletonOf(document: Document, names: readonly string[]): string {
  const root = document.documentElement;
  if (!root) return '';
  const wrong = names.map((name) => name.toLowerCase()).filter((name) => name.length > 1);
  const hidden = (text: string) => wrong.some((name) => text.toLowerCase().includes(name));
  const whole = partOf(root, 0, { elements: mostElements }, hidden);
  for (let most = deepest; most > 0; most -= most > 12 ? 4 : 1) {
    const into: string[] = [];
    lines(whole, 0, most, into);
    const text = into.join('\n');
    if (text.length <= longestSkeleton) return text;
  }
  return whole.label.slice(0, longestSkeleton);
}

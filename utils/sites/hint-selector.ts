import { isHintSelector } from '../domain/hint-fields.ts';
import { isPlainWord } from './plain-words.ts';

/** Attributes by which sites name the parts of their pages, best first; `data-…` beside them where the value is made of words. */
const naming = [
  'itemprop',
  'property',
  'data-testid',
  'data-e2e',
  'data-test',
  'data-hook',
  'data-qa',
  'name',
  'rel',
  'role',
];

/** Elements of which a page has one or few, named by what they are. */
const landmarks = new Set(['main', 'header', 'footer', 'nav', 'aside', 'article', 'h1']);

/** How far up from the element a part with a name of its own is looked for, and how long a path down from there may be. */
const mostUp = 24;
const mostSteps = 12;

const quoted = (value: string) => `"${value}"`;

/** A value made of words, of which the next page of this kind will have the same: no number, no capital salad. */
function isStable(value: string): boolean {
  return value.length <= 60 && /^[A-Za-z]+(?:[-_:. ][A-Za-z]+)*$/.test(value);
}

/** A class that a person wrote: words of a language, not what a build tool made of them. */
function isWritten(name: string): boolean {
  const parts = name.split(/[-_]+/);
  if (!/^[a-z]+(?:[-_]{1,2}[a-z]+)*$/.test(name) || name.length > 40) return false;
  return (
    parts.every((part) => isPlainWord(part)) ||
    (parts.length > 1 &&
      parts.filter(isPlainWord).length * 2 >= parts.length &&
      parts.every((part) => part.length > 2))
  );
}

/** The end of a link's address that says what it leads to (`/followers/`), where it is the same for everybody. */
function linkEnd(element: Element): string | undefined {
  if (element.localName !== 'a') return undefined;
  const [path = ''] = (element.getAttribute('href') ?? '').split(/[?#]/);
  return /\/[a-z]+(?:[-_][a-z]+)*\/?$/.exec(path)?.[0];
}

/** Ways to name one element, best first. */
function namesOf(element: Element, avoided: (text: string) => boolean): string[] {
  const tag = element.localName;
  const names: string[] = [];
  const add = (selector: string, value: string) => {
    if (!avoided(value) && isHintSelector(selector)) names.push(selector);
  };
  const id = element.getAttribute('id') ?? '';
  if (id.length <= 40 && /^[A-Za-z]+(?:[-_][A-Za-z]+)*$/.test(id)) add(`#${id}`, id);
  const own = [...element.attributes]
    .map(({ name }) => name)
    .filter((name) => /^data-[a-z-]+$/.test(name) && !/^data-v-/.test(name));
  for (const name of [...naming, ...own.filter((each) => !naming.includes(each))]) {
    const value = element.getAttribute(name);
    if (value && isStable(value)) add(`${tag}[${name}=${quoted(value)}]`, value);
  }
  const end = linkEnd(element);
  if (end) add(`${tag}[href$=${quoted(end)}]`, end);
  for (const name of element.classList) if (isWritten(name)) add(`${tag}.${name}`, name);
  if (landmarks.has(tag)) names.push(tag);
  return names;
}

function place(element: Element): string {
  let number = 1;
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling)
    if (before.localName === element.localName) number++;
  return `${element.localName}:nth-of-type(${number})`;
}

/**
 * A short selector that finds exactly this element and will find the same thing on the next page of this kind: names that the site gave
 * first, then a short path from a part that has one.
 * @param avoid what is only of this page: the handle, the id, numbers of its address
 * @returns null where there is none, also inside shadow roots, which a selector does not enter
 */
export function selectorFor(element: Element, avoid: readonly string[]): string | null {
  const document = element.ownerDocument;
  const wrong = avoid.map((text) => text.toLowerCase()).filter((text) => text.length > 1);
  const avoided = (text: string) => wrong.some((part) => text.toLowerCase().includes(part));
  const only = (selector: string) => {
    if (!isHintSelector(selector)) return false;
    try {
      const all = document.querySelectorAll(selector);
      return all.length === 1 && all[0] === element;
    } catch {
      return false;
    }
  };
  const own = namesOf(element, avoided);
  const alone = own.find(only);
  if (alone) return alone;
  const path: string[] = [place(element)];
  /** the way alone, from nowhere in particular: found on another page twice, it is not used there */
  let bare: string | null = null;
  let above = element.parentElement;
  for (let up = 0; above && up < mostUp; up++) {
    const anchors =
      above === document.body || above === document.documentElement
        ? [above.localName]
        : namesOf(above, avoided);
    for (const anchor of anchors) {
      const candidates = [...own, element.localName].map((name) => `${anchor} ${name}`);
      if (path.length <= mostSteps) candidates.push(`${anchor} > ${path.join(' > ')}`);
      const fitting = candidates.find(only);
      if (fitting) return fitting;
    }
    path.unshift(place(above));
    if (bare === null && path.length >= 3 && only(path.join(' > '))) bare = path.join(' > ');
    above = above.parentElement;
  }
  return bare;
}

import { decodeEntities } from './entities.ts';
import { parseLooseJson } from './json-repair.ts';

/** One object of structured data. Keys come from the page: read them, never copy them onto other objects. */
export type JsonLdNode = Record<string, unknown>;

const mostNodes = 20_000;
const deepest = 20;

export function isNode(value: unknown): value is JsonLdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value, or each of an array of values: JSON-LD writes both for the same thing. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** The objects of a property that may hold one, several or none. */
export function nodesOf(value: unknown): JsonLdNode[] {
  return listOf(value).filter(isNode);
}

function collect(value: unknown, into: JsonLdNode[], depth: number): void {
  if (depth > deepest || into.length >= mostNodes) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, into, depth + 1);
  } else if (isNode(value)) {
    into.push(value);
    if (value['@graph'] !== undefined) collect(value['@graph'], into, depth + 1);
  }
}

/**
 * Every top node of every `script[type="application/ld+json"]` in page order, with arrays and `@graph` flattened. Nodes inside other nodes
 * (offers, mainEntity) stay where they are. A script that is no JSON even after careful repair is left out.
 */
export function readJsonLd(document: Document): JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json" i]')) {
    const source = script.textContent;
    if (source) collect(parseLooseJson(source), nodes, 0);
  }
  return nodes;
}

/** The types of a node as bare names: "https://schema.org/Product" and "schema:Product" are "Product". */
export function typesOf(node: JsonLdNode): string[] {
  return listOf(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.trim().replace(/^.*[/#:]/, ''));
}

/**
 * The text of a value: a string, a number, `{"@value": …}` or the first of an array of these; entities decoded (also double-escaped
 * ones) and trimmed. Objects, truth values and empty strings have none.
 */
export function text(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value.find((item) => text1(item) !== undefined) : value;
  return text1(first);
}

function text1(value: unknown): string | undefined {
  const bare = isNode(value) ? value['@value'] : value;
  if (typeof bare === 'number' && Number.isFinite(bare)) return String(bare);
  if (typeof bare !== 'string') return undefined;
  return decodeEntities(bare).trim() || undefined;
}

/** The text of a thing that may be named by a string or be an object with a name (brand, seller, author). */
export function nameOf(value: unknown): string | undefined {
  for (const item of listOf(value)) {
    const name = isNode(item) ? text(item.name) : text(item);
    if (name) return name;
  }
  return undefined;
}

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync } from 'vite';

export const root = join(import.meta.dirname, '../..');

/** Paths of all files below a folder of the project, with `/` between the parts, relative to the project. */
export function filesBelow(folder: string): string[] {
  const start = join(root, folder);
  return readdirSync(start, { recursive: true, encoding: 'utf8' })
    .map((name) => join(start, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(root, path).split(sep).join('/'))
    .sort();
}

/** TypeScript files of the product itself. */
export function productFiles(): string[] {
  return ['entrypoints', 'components', 'utils'].flatMap(filesBelow).filter((path) => /\.tsx?$/.test(path));
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** A node of the ESTree that the parser returns; what else it holds depends on `type`. */
export interface SyntaxNode {
  type: string;
  start: number;
  [key: string]: unknown;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Every node of a syntax tree, parents before children. A list: generators within generators took several times as long. */
export function nodesOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const walk = (one: SyntaxNode) => {
    found.push(one);
    for (const value of Object.values(one)) {
      if (isNode(value)) walk(value);
      else if (Array.isArray(value)) for (const child of value) if (isNode(child)) walk(child);
    }
  };
  walk(node);
  return found;
}

/** @throws when the file is no valid TypeScript */
export function parse(path: string, source = textOf(path)): SyntaxNode {
  const { program, errors } = parseSync(path, source);
  if (errors.length) throw new Error(`${path}: ${errors[0]?.message}`);
  return program as unknown as SyntaxNode;
}

export function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

/** The value of a string literal or of a template without holes; undefined for anything else. */
export function literalText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis) && node.quasis.length === 1) {
    const quasi = node.quasis[0] as { value?: { cooked?: string } };
    return quasi.value?.cooked;
  }
  return undefined;
}

/** The name of a member access `object.name`, a call's callee included; undefined for anything else. */
export function memberName(node: unknown): string | undefined {
  if (!isNode(node) || node.type !== 'MemberExpression') return undefined;
  const { property, computed } = node;
  if (computed) return literalText(property);
  return isNode(property) && typeof property.name === 'string' ? property.name : undefined;
}

export interface Import {
  from: string;
  /** only types cross: nothing is bundled */
  typeOnly: boolean;
  /** an `export … from` */
  reExport: boolean;
}

function isTypeOnly(node: SyntaxNode): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = Array.isArray(node.specifiers) ? (node.specifiers as SyntaxNode[]) : [];
  return (
    specifiers.length > 0 &&
    specifiers.every((specifier) => specifier.importKind === 'type' || specifier.exportKind === 'type')
  );
}

/** What a file imports, `import()` with a fixed name included. */
export function importsOf(path: string, source = textOf(path)): Import[] {
  const found: Import[] = [];
  for (const node of nodesOf(parse(path, source))) {
    const from = literalText(node.source);
    if (from === undefined) continue;
    if (node.type === 'ImportDeclaration' || node.type === 'ImportExpression')
      found.push({ from, typeOnly: isTypeOnly(node), reExport: false });
    if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration')
      found.push({ from, typeOnly: isTypeOnly(node), reExport: true });
  }
  return found;
}

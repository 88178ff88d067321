import { expect, test } from 'vitest';
import {
  filesBelow,
  lineOf,
  literalText,
  memberName,
  nodesOf,
  parse,
  productFiles,
  type SyntaxNode,
  textOf,
} from '../support/source-files.ts';

const hardLimit = 300;

/** Where nodes of a file fit a description, as `path:line`. */
function where(paths: string[], fits: (node: SyntaxNode, path: string) => boolean): string[] {
  return paths.flatMap((path) => {
    const source = textOf(path);
    return nodesOf(parse(path, source))
      .filter((node) => fits(node, path))
      .map((node) => `${path}:${lineOf(source, node.start)}`);
  });
}

/** Code that runs in other people's pages. */
const pageCode = productFiles().filter((path) =>
  /^(utils\/page|utils\/sites|components\/overlay|entrypoints\/(overlay|items|picker|skeleton))/.test(path),
);

test('code in pages walks over no names of an address by `keys()` and its like', () => {
  // in a content script of Firefox what they return cannot be walked over (bug 1023984); the parameters themselves can
  const inPages = productFiles().filter((path) =>
    /^utils\/(page|sites|snapshots|domain|templates)\//.test(path),
  );
  const walks = where(
    inPages,
    (node) =>
      ['keys', 'values', 'entries'].includes(memberName(node) ?? '') &&
      memberName(node.object as SyntaxNode) === 'searchParams',
  );
  expect(walks).toEqual([]);
});

test(`no file is longer than ${hardLimit} lines`, () => {
  const files = [
    ...productFiles(),
    ...filesBelow('tests').filter((path) => /^(?!tests\/fixtures).*\.tsx?$/.test(path)),
  ];
  expect(files.filter((path) => textOf(path).split('\n').length - 1 > hardLimit)).toEqual([]);
});

test('default exports stand only where a tool wants one', () => {
  const files = productFiles().filter((path) => !path.startsWith('entrypoints/'));
  expect(where(files, ({ type }) => type === 'ExportDefaultDeclaration')).toEqual([]);
});

const markupSinks = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'createContextualFragment',
];

test('nothing turns text into markup', () => {
  const sinks = where(
    productFiles(),
    (node) =>
      markupSinks.includes(memberName(node) ?? '') ||
      (node.type === 'JSXAttribute' &&
        (node.name as { name?: unknown }).name === 'dangerouslySetInnerHTML') ||
      (memberName(node) === 'write' && (node.object as { name?: unknown }).name === 'document'),
  );
  expect(sinks).toEqual([]);
});

test('nothing turns text into code', () => {
  const evaluators = where(productFiles(), (node) => {
    const callee = node.callee as { name?: unknown } | undefined;
    return (
      /^(Call|New)Expression$/.test(node.type) && (callee?.name === 'eval' || callee?.name === 'Function')
    );
  });
  expect(evaluators).toEqual([]);
});

const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection'];

test('one file makes requests: for the refresh of shop pages that the person switched on', () => {
  const requests = where(productFiles(), (node) => {
    const callee = node.callee as SyntaxNode | undefined;
    if (!/^(Call|New)Expression$/.test(node.type) || !callee) return false;
    return network.includes(String(callee.name)) || /^(sendBeacon|fetch)$/.test(memberName(callee) ?? '');
  });
  expect(requests.map((place) => place.split(':')[0])).toEqual(['utils/services/refresh/fetch-text.ts']);
});

const calls = (names: RegExp) =>
  where(pageCode, (node) => node.type === 'CallExpression' && names.test(memberName(node.callee) ?? ''));

test('code in a page presses no button of the site and sends no form', () => {
  expect(calls(/^(click|submit|requestSubmit|dispatchEvent)$/)).toEqual([]);
});

test('code in a page scrolls in one place only: for a picture that the person asked for, and back again', () => {
  const scrolls = calls(/^(scroll|scrollTo|scrollBy|scrollIntoView)$/).map((place) => place.split(':')[0]);
  expect(scrolls).toEqual(['utils/page/snapshot/tiles.ts', 'utils/page/snapshot/tiles.ts']);
});

test("code in a page opens no database: it would be the page's own", () => {
  const uses = where(pageCode, (node) => node.type === 'Identifier' && node.name === 'indexedDB');
  expect(uses).toEqual([]);
});

test('nothing in a page says anything to the page: no postMessage', () => {
  expect(where(pageCode, (node) => memberName(node) === 'postMessage')).toEqual([]);
});

test('every shadow root is closed', () => {
  const open = where(
    productFiles(),
    (node) =>
      node.type === 'Property' &&
      (node.key as { name?: unknown }).name === 'mode' &&
      literalText(node.value) === 'open',
  );
  expect(open).toEqual([]);
});

test('nothing observes attributes or characters of a page', () => {
  const observed = where(
    pageCode,
    (node) =>
      node.type === 'Property' &&
      /^(attributes|characterData)$/.test(String((node.key as { name?: unknown }).name)) &&
      (node.value as { value?: unknown }).value === true,
  );
  expect(observed).toEqual([]);
});

test('no half work is left lying about', () => {
  const marks = /\b(TODO|FIXME|XXX|HACK)\b|coming soon|not implemented/i;
  expect(productFiles().filter((path) => marks.test(textOf(path)))).toEqual([]);
});

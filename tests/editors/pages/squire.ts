import Squire from 'squire-rte';
import { drawn, expose, freshPlace, pointIn } from '../under-test.ts';

let squire: { getHTML(): string; destroy(): void } | undefined;
let element: HTMLElement | undefined;

expose({
  async mount() {
    squire?.destroy();
    element = freshPlace().appendChild(document.createElement('div'));
    element.style.minHeight = '100px';
    squire = new Squire(element, { sanitizeToDOMFragment: plainFragment } as never);
    await drawn();
  },
  text() {
    const blocks = new DOMParser().parseFromString(squire?.getHTML() ?? '', 'text/html').body.children;
    return [...blocks].map(lineOf).join('\n');
  },
  point: () => pointIn(element),
});

/** The editor asks for a cleaner of what is pasted; these pages paste text only. */
function plainFragment(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  return fragment;
}

/** A block's last line break only holds its line open. */
function lineOf(block: Element): string {
  const words = [...block.childNodes].map((node) =>
    node.nodeName === 'BR' ? '\n' : (node.textContent ?? ''),
  );
  return words.join('').replace(/\n$/, '');
}

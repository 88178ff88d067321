// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { deepFocus } from '../../../utils/page/insert/deep-focus.ts';
import { rememberEditor } from '../../../utils/page/insert/remember-editor.ts';

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function focused(element: HTMLElement): void {
  vi.spyOn(document, 'activeElement', 'get').mockReturnValue(element);
}

test('what has the focus in open roots is found, and whether a closed one is around it', () => {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  const field = root.appendChild(document.createElement('textarea'));
  vi.spyOn(root, 'activeElement', 'get').mockReturnValue(field);
  focused(host);
  expect(deepFocus(document)).toEqual({ element: field, closed: false });
  // Firefox tells of closed roots by a property
  const outer = document.body.appendChild(document.createElement('div'));
  const hidden = outer.attachShadow({ mode: 'closed' });
  hidden.append(host);
  Object.assign(outer, { openOrClosedShadowRoot: hidden });
  vi.spyOn(hidden, 'activeElement', 'get').mockReturnValue(host);
  focused(outer);
  expect(deepFocus(document)).toEqual({ element: field, closed: true });
});

test('a frame of another origin answers for itself', () => {
  const frame = document.createElement('iframe');
  Object.defineProperty(frame, 'contentDocument', { value: null, configurable: true });
  focused(frame);
  expect(deepFocus(document)).toBeNull();
  Object.defineProperty(frame, 'contentDocument', {
    get() {
      throw new DOMException('Blocked a frame', 'SecurityError');
    },
  });
  expect(rememberEditor(document, new AbortController().signal)).toBeNull();
});

test('a button is no editor; a password field is one that is refused', () => {
  const button = document.body.appendChild(document.createElement('button'));
  focused(button);
  expect(rememberEditor(document, new AbortController().signal)).toBeNull();
  const field = document.body.appendChild(document.createElement('input'));
  field.type = 'password';
  focused(field);
  expect(rememberEditor(document, new AbortController().signal)?.plan).toEqual({ refused: 'password' });
});

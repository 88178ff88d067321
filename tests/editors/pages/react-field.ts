import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { drawn, expose, freshPlace, pointIn } from '../under-test.ts';

let state = '';
let root: { unmount(): void } | undefined;

/** A field that shows what React's state says and nothing else. */
function Field() {
  const [value, setValue] = useState('');
  state = value;
  return createElement('textarea', {
    value,
    rows: 8,
    cols: 60,
    onChange: (event: { target: { value: string } }) => setValue(event.target.value),
  });
}

expose({
  async mount() {
    root?.unmount();
    const made = createRoot(freshPlace());
    root = made;
    made.render(createElement(Field));
    await drawn();
  },
  text: () => state,
  point: () => pointIn(document.querySelector('textarea')),
});

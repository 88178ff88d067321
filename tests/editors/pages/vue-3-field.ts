import { type App, createApp, h, ref } from 'vue';
import { drawn, expose, freshPlace, pointIn } from '../under-test.ts';

const value = ref('');
let app: App | undefined;

expose({
  async mount() {
    app?.unmount();
    value.value = '';
    app = createApp({
      render: () =>
        h('textarea', {
          value: value.value,
          rows: 8,
          cols: 60,
          onInput: (event: Event) => {
            value.value = (event.target as HTMLTextAreaElement).value;
          },
        }),
    });
    app.mount(freshPlace());
    await drawn();
  },
  text: () => value.value,
  point: () => pointIn(document.querySelector('textarea')),
});

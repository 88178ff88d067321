import { createEditor, type IDomEditor } from '@wangeditor/editor';
import css from '@wangeditor/editor/dist/css/style.css?inline';
import { drawn, dress, expose, freshPlace, pointIn } from '../under-test.ts';

let editor: IDomEditor | undefined;
dress(css);

interface SlateNode {
  text?: string;
  children?: SlateNode[];
}

function textOf({ text, children }: SlateNode): string {
  return text ?? (children ?? []).map(textOf).join('');
}

expose({
  async mount() {
    editor?.destroy();
    const place = freshPlace().appendChild(document.createElement('div'));
    place.style.height = '300px';
    editor = createEditor({ selector: place, config: { placeholder: 'Write here' } });
    await drawn();
  },
  text: () => (editor?.children as SlateNode[] | undefined)?.map(textOf).join('\n') ?? '',
  point: () => pointIn(document.querySelector('[data-slate-editor]')),
});

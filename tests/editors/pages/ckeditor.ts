import { ClassicEditor, Essentials, Paragraph } from 'ckeditor5';
import { drawn, expose, freshPlace, pointIn } from '../under-test.ts';

let editor: ClassicEditor | undefined;

interface ModelNode {
  is(kind: string, name?: string): boolean;
  data?: string;
  getChildren?(): Iterable<ModelNode>;
}

function textOf(node: ModelNode): string {
  if (node.is('$text')) return node.data ?? '';
  if (node.is('element', 'softBreak')) return '\n';
  return [...(node.getChildren?.() ?? [])].map(textOf).join('');
}

expose({
  async mount() {
    await editor?.destroy();
    const place = freshPlace().appendChild(document.createElement('div'));
    editor = await ClassicEditor.create(place, { licenseKey: 'GPL', plugins: [Essentials, Paragraph] });
    await drawn();
  },
  text() {
    const root = editor?.model.document.getRoot();
    return root
      ? [...(root.getChildren() as Iterable<unknown>)].map((node) => textOf(node as ModelNode)).join('\n')
      : '';
  },
  point: () => pointIn(document.querySelector('.ck-editor__editable')),
});

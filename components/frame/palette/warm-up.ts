import type { PaletteContext } from '../../../utils/messaging/protocol/palette.ts';
import type { TemplateList } from '../../../utils/messaging/protocol/templates.ts';
import { listFor, type Offered } from './offered.ts';
import { prepareReply } from './prepare-reply.ts';

const nowhere: PaletteContext = {
  sight: {
    opening: 'warm-up',
    platform: 'web',
    mode: 'comment',
    editor: 'ready',
    author: { handle: '-' },
    text: '-',
  },
  person: null,
  chosen: false,
  mostUsed: [],
  recent: [],
};

/** Goes the way of a call once, for nobody: engines make code swift that has run, and the search folds every text at its first key. */
export function warmUp(list: TemplateList, offered: Offered): void {
  const { rows } = listFor(offered, nowhere, 'en', '');
  listFor(offered, nowhere, 'en', 'a');
  const around = {
    list,
    context: nowhere,
    language: 'en',
    workingLanguage: 'en',
    platformName: (platform: string) => platform,
    now: new Date(),
  };
  for (const template of rows.slice(0, 3)) prepareReply(template, { answers: {} }, around);
}

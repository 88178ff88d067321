import { useCallback, useState } from 'preact/hooks';
import type { PaletteContext } from '../../../utils/messaging/protocol/palette.ts';
import { isRemembered } from '../../../utils/templates/given-values.ts';
import { type InsertOutcome, useInsertReply } from '../../hooks/use-insert-reply.ts';
import { copyText } from '../../ui/copy-text.ts';
import { campaignOf } from './campaign-replies.ts';
import type { Prepared } from './prepare-reply.ts';

/** What came of handing a reply out. `by-hand`: neither the editor nor the clipboard took it. */
export type HandedOut =
  | { state: 'refused' | 'failed' | 'gone'; reason: string }
  | { state: 'by-hand'; text: string };

/** Inserts a reply, or copies it where it cannot be inserted, and notes its use. */
export function useHandOut({ sight, person }: PaletteContext) {
  const { insert, note, close, pending } = useInsertReply();
  const [outcome, setOutcome] = useState<HandedOut | null>(null);

  const handOut = useCallback(
    async (
      { template, wording, variant, filled, fields, missing }: Prepared,
      answers: Readonly<Record<string, string>>,
    ) => {
      if (filled.state !== 'filled') return;
      const { text, caret, tabStops } = filled;
      setOutcome(null);
      const place = {
        platform: sight.platform,
        ...(sight.postKey === undefined ? {} : { postKey: sight.postKey }),
        ...(sight.threadKey === undefined ? {} : { threadKey: sight.threadKey }),
      };
      // the answer of a campaign is no template
      const use = campaignOf(template)
        ? null
        : {
            opening: sight.opening,
            templateId: template.id,
            wordingId: wording.id,
            language: variant.language,
            place,
            ...(person === null ? {} : { creatorId: person.creatorId }),
            ...(person !== null && sight.mode === 'message' ? { contacted: true } : {}),
            // what is written for a variable is remembered where it is not one person's
            answers: [...fields.map(({ name }) => name), ...missing.filter(isRemembered)].flatMap((name) => {
              const value = answers[name]?.trim();
              return value ? [{ name, value }] : [];
            }),
          };
      const reply = { opening: sight.opening, text, ...(caret === undefined ? {} : { caret }), tabStops };
      // the background knows whom it is for, also where it is only copied
      const result: InsertOutcome = await insert(reply, use);
      if (result.state === 'inserted') return;
      if (result.state === 'clipboard' || isToCopy(result)) {
        if (!(await copyText(text))) return setOutcome({ state: 'by-hand', text });
        note(use);
        return close(true);
      }
      if (result.state === 'failed') return setOutcome({ state: 'failed', reason: result.code });
      setOutcome({ state: result.state, reason: result.reason ?? '' });
    },
    [sight, person, insert, note, close],
  );
  return { handOut, close, outcome, pending };
}

/** Whether the person gets the text another way: the editor does not take it, or went away while the palette was open. */
function isToCopy(result: InsertOutcome): boolean {
  if (result.state === 'refused') return result.reason !== 'busy';
  if (result.state === 'gone') return result.reason === 'removed' || result.reason === 'unfocused';
  return false;
}

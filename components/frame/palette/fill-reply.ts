import type { ReplyContext } from '../../../utils/templates/context-values.ts';
import { type Filled, type FillOptions, fillTemplate } from '../../../utils/templates/fill-template.ts';
import { canBeGiven, withGiven } from '../../../utils/templates/given-values.ts';

/** One filling asks for no more than this many missing variables. */
const askedAtMost = 20;

/** What was written into the fields of the form, by the names of the fields and the paths of the variables. */
export type Answers = Readonly<Record<string, string>>;

const said = (answers: Answers, name: string) => (answers[name] ?? '').trim() !== '';

/** An answer of nothing is none. */
function given(answers: Answers, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.filter((name) => said(answers, name)).map((name) => [name, answers[name] ?? '']),
  );
}

/**
 * Fills a text, with what the person wrote for its fields and for the variables of which nothing is known here.
 * @param context what page and notebook know
 * @returns `missing`: paths of the variables that have to be written by hand, in the order of the text; those that were written stay in it
 */
export function fillReply(
  text: string,
  context: ReplyContext,
  answers: Answers,
  options: Omit<FillOptions, 'answers'>,
): { filled: Filled; missing: string[] } {
  const missing: string[] = [];
  const asked = given(answers, Object.keys(answers));
  for (;;) {
    const filled = fillTemplate(text, withGiven(context, given(answers, missing)), {
      ...options,
      answers: asked,
    });
    const unknown = filled.state === 'unresolved' ? filled.unresolved : [];
    const more = new Set(
      unknown
        .filter(({ name, kind }) => kind === 'variable' && canBeGiven(name) && !missing.includes(name))
        .map(({ name }) => name),
    );
    missing.push(...more);
    // with none of them written, the next filling would come to the same
    if (missing.length > askedAtMost || ![...more].some((name) => said(answers, name)))
      return { filled, missing: missing.slice(0, askedAtMost) };
  }
}

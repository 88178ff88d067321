import type { PlatformId } from '../../../utils/domain/platform.ts';
import type { Template, Variant, Wording } from '../../../utils/domain/template.ts';
import type { PaletteContext } from '../../../utils/messaging/protocol/palette.ts';
import type { TemplateList } from '../../../utils/messaging/protocol/templates.ts';
import {
  chooseVariant,
  counterpart,
  type Fit,
  sameWording,
} from '../../../utils/templates/choose-variant.ts';
import {
  chooseWording,
  type PaceHint,
  paceHint,
  usedInThread,
} from '../../../utils/templates/choose-wording.ts';
import type { Filled, PreviewPart } from '../../../utils/templates/fill-template.ts';
import { type ReplyFacts, replyContext } from '../../../utils/templates/reply-context.ts';
import type { LimitKind } from '../../../utils/templates/reply-limits.ts';
import { snippetsFor } from '../../../utils/templates/snippets.ts';
import { type TextLength, textLength } from '../../../utils/templates/text-length.ts';
import { readPath } from '../../../utils/templates/variable-name.ts';
import { type FillInField, fillInFields } from '../../../utils/templates/variables-of.ts';
import { campaignOf, prepareAnswer } from './campaign-replies.ts';
import { type Answers, fillReply } from './fill-reply.ts';

/** What the person chose of a reply by hand. */
export interface Choice {
  /** of the variant */
  language?: string | undefined;
  wordingId?: string | undefined;
  /** by the names of fill-in fields, and by the paths of variables that are not known here */
  answers: Answers;
}

/** A reply as it stands in the preview. */
export interface Prepared {
  template: Template;
  variant: Variant;
  fit: Fit;
  /** false: there is none in the comment's language */
  fits: boolean;
  wording: Wording;
  /** where this wording was used already, because none is left that was not */
  repeats: 'none' | 'day' | 'post';
  filled: Filled;
  fields: FillInField[];
  /** paths of variables of which nothing is known here, for which the form asks as well */
  missing: string[];
  /** the same in the language in which the operator works */
  counterpart: { language: string; parts: PreviewPart[] } | null;
  /** when this very text was used in this thread */
  usedHere: string | null;
  pace: PaceHint | null;
}

export interface Surroundings {
  list: TemplateList;
  context: PaletteContext;
  /** of the comment, as far as it is known */
  language: string | null;
  /** BCP 47, of the operator's screen */
  workingLanguage: string;
  platformName: (platform: PlatformId) => string;
  now: Date;
}

/** The brand that the operator works for. */
export function currentBrand({ brands, currentBrandId }: TemplateList) {
  return brands.find(({ id }) => id === currentBrandId) ?? brands[0];
}

/** What is known here for the variables of a reply. Everything of the page is text. */
export function factsOf({ list, context, platformName }: Surroundings): ReplyFacts {
  const { sight, person } = context;
  const { author, post, product } = sight;
  const name = author?.displayName ?? person?.displayName;
  const handle = author?.handle ?? person?.handle;
  const page = product?.url ?? post?.url;
  return {
    platform: sight.platform,
    platformName,
    person: name === undefined && handle === undefined ? undefined : { displayName: name, handle },
    comment: sight.mode === 'comment' ? { text: sight.text } : undefined,
    post: post && { title: post.title ?? post.text?.slice(0, 120), url: post.url },
    product: product && { title: product.title, price: product.price, url: product.url },
    creator: person
      ? {
          displayName: person.displayName,
          followers: person.followers,
          lastContact: person.lastContact,
          nextAction: person.nextAction?.text,
        }
      : undefined,
    brand: currentBrand(list),
    page: page === undefined ? undefined : { url: page, title: product?.title ?? post?.title },
  };
}

/** Replies that a text puts in. Made only for texts that put something in. */
function snippetsOf(text: string, language: string, { list, workingLanguage }: Surroundings) {
  return /\{%-?\s*(render|include)\b/.test(text)
    ? snippetsFor(list.templates, language, [workingLanguage])
    : {};
}

const partsOf = (filled: Filled): PreviewPart[] =>
  filled.state === 'filled' ? [{ text: filled.text }] : filled.state === 'unresolved' ? filled.preview : [];

/** Chooses variant and wording of a reply and fills it. @returns null where nobody has written a wording of it */
export function prepareReply(template: Template, choice: Choice, around: Surroundings): Prepared | null {
  if (campaignOf(template)) return prepareAnswer(template);
  const { list, context, language, workingLanguage, now } = around;
  const { recent, sight } = context;
  const fallback = [...(currentBrand(list)?.languages ?? []), workingLanguage];
  const byHand = template.variants.find((variant) => variant.language === choice.language);
  const chosen = byHand
    ? { variant: byHand, fit: 'exact' as const, fits: true }
    : chooseVariant(template.variants, language, fallback);
  if (!chosen) return null;
  const { variant } = chosen;
  const fresh = chooseWording(variant, recent, now);
  const wording = variant.wordings.find(({ id }) => id === choice.wordingId) ?? fresh?.wording;
  if (!wording || !fresh) return null;
  const values = replyContext(factsOf(around));
  const fill = (text: string, inLanguage: string) =>
    fillReply(text, values, choice.answers, {
      language: inLanguage,
      now,
      snippets: snippetsOf(text, inLanguage, around),
    });
  const other = counterpart(template.variants, variant, workingLanguage);
  const otherWording = other && sameWording(variant, wording.id, other);
  return {
    template,
    variant,
    fit: chosen.fit,
    fits: chosen.fits,
    wording,
    repeats: wording === fresh.wording ? fresh.repeats : repeatsOf(wording, around),
    ...fill(wording.text, variant.language),
    fields: fillInFields(wording.text, snippetsOf(wording.text, variant.language, around)),
    counterpart:
      other && otherWording
        ? { language: other.language, parts: partsOf(fill(otherWording.text, other.language).filled) }
        : null,
    usedHere: usedInThread(recent, wording.id)?.at ?? null,
    pace: paceHint(recent, sight.platform, wording.id, now),
  };
}

function repeatsOf({ id }: Wording, { context, now }: Surroundings): Prepared['repeats'] {
  const one = { language: 'en', wordings: [{ id, text: '' }] };
  return chooseWording(one, context.recent, now)?.repeats ?? 'none';
}

/** Whether a reply may be inserted, and otherwise why not. `field`: the first of the form that is still empty. */
export function readiness({ filled, fields, missing }: Prepared, answers: Answers) {
  if (filled.state === 'filled') return { ready: true as const, text: filled.text };
  if (filled.state === 'broken') return { ready: false as const, why: 'broken' as const };
  const unknown = new Set(filled.unresolved.map(({ name }) => fieldOf(name)));
  const open = [...fields.map(({ name }) => name), ...missing].find(
    (name) => (answers[name] ?? '').trim() === '' && unknown.has(name),
  );
  return open === undefined
    ? { ready: false as const, why: 'variable' as const }
    : { ready: false as const, why: 'field' as const, field: open };
}

/** How long a text is where it shall stand. */
export function lengthHere(text: string, { sight }: PaletteContext): TextLength {
  const kind: LimitKind = sight.mode === 'message' ? 'message' : 'comment';
  return textLength(text, sight.platform, { maxlength: sight.room, kind });
}

/** The name under which the form asks for something. */
function fieldOf(unresolved: string): string {
  const named = readPath(unresolved);
  return named && 'ask' in named ? named.ask : unresolved;
}

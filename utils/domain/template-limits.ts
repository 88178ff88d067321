/** How long things of the reply templates may be. Texts are counted in UTF-16 units. */
export const templateLimits = {
  /** one wording; the longest field of a platform known to us takes 10,000 */
  text: 20_000,
  title: 200,
  shortcut: 40,
  folder: 200,
  tag: 60,
  tags: 50,
  variants: 60,
  wordings: 20,
  actions: 20,
  /** templates of one file */
  templates: 10_000,
  /** templates of one step of an import */
  step: 500,
  /** versions kept of each template */
  versions: 20,
  /** answers remembered of each fill-in field */
  answers: 5,
  answer: 2_000,
} as const;

/** What a shortcut may be: it is typed behind `;` or `/`, so without spaces and without those two. */
export const shortcutPattern = /^[^\s;/；／]+$/u;

/** A BCP 47 tag as templates use it: language, script, region. */
export const languagePattern = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/;

import type { Brand } from '../../../utils/domain/brand.ts';
import type { RightsGrant } from '../../../utils/domain/rights.ts';
import type { RightsScope } from '../../../utils/domain/rights-state.ts';
import type { Template } from '../../../utils/domain/template.ts';
import type { Language } from '../../../utils/domain/vocabulary.ts';
import { guessLanguage } from '../../../utils/templates/detect-language.ts';
import { fillTemplate } from '../../../utils/templates/fill-template.ts';
import { replyContext } from '../../../utils/templates/reply-context.ts';
import { snippetsFor } from '../../../utils/templates/snippets.ts';
import type { RightsT } from './words.tsx';

/** Something that asks: ours for any uses, or a saved reply that asks for just these. */
export interface Request {
  key: string;
  /** BCP 47 */
  language: string;
  text: string;
  /** of a saved reply */
  title?: string;
}

type StarterWords = Readonly<Record<string, string>>;

const ownLanguages = { en: 'en', zh_CN: 'zh-CN', zh_TW: 'zh-TW' } as const satisfies Record<Language, string>;

/** Our wordings in every language, with the words for the uses. */
export async function loadRequestWords(): Promise<Record<string, StarterWords>> {
  const [en, cn, tw] = await Promise.all([
    import('../../../utils/i18n/locales/en/starter.ts'),
    import('../../../utils/i18n/locales/zh_CN/starter.ts'),
    import('../../../utils/i18n/locales/zh_TW/starter.ts'),
  ]);
  return { en: en.starter, 'zh-CN': cn.starter, 'zh-TW': tw.starter };
}

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((each) => other.includes(each));

/** What can be said for these uses: saved replies that ask for exactly them first, then ours. */
export function requestsFor(
  scopes: readonly RightsScope[],
  templates: readonly Template[],
  words: Record<string, StarterWords>,
): Request[] {
  const saved = templates.filter(
    ({ archived, draft, actions }) =>
      !archived &&
      !draft &&
      actions.some((action) => action.kind === 'ask-rights' && same(action.scopes, scopes)),
  );
  const theirs = saved.flatMap(({ title, variants }) =>
    variants.flatMap(({ language, wordings }) =>
      wordings.map(({ id, text }) => ({ key: id, language, text, title })),
    ),
  );
  const ours = Object.entries(words).flatMap(([language, own]) =>
    [1, 2].map((number) => ({
      key: `${language} ${number}`,
      language,
      text: own[`starter_request_${number}`] ?? '',
    })),
  );
  return [...theirs, ...ours];
}

/** The language that the author most likely reads: that of what they wrote, else the one that is written on the platform. */
export function languageOf({ subject }: RightsGrant, language: Language): string {
  const guessed = subject.text === undefined ? undefined : guessLanguage(subject.text).language;
  if (guessed) return guessed;
  const chinese = ['weibo', 'xiaohongshu', 'douyin', 'bilibili', 'tieba', 'wechat'];
  if (!chinese.includes(subject.platform)) return 'en';
  return language === 'en' ? 'zh-CN' : ownLanguages[language];
}

/** The request for this author and these uses. `missing`: names of what is not known, which stand in the text in brackets. */
export function requestText(
  request: Request,
  {
    grant,
    scopes,
    brand,
    words,
    templates,
    t,
  }: {
    grant: RightsGrant;
    scopes: readonly RightsScope[];
    brand: Brand | null;
    words: Record<string, StarterWords>;
    /** what a saved reply puts in */
    templates: readonly Template[];
    t: RightsT;
  },
): { text: string; missing: string[] } {
  const { subject } = grant;
  const own = words[request.language] ?? words.en ?? {};
  const uses = scopes.map((scope) => own[`starter_request_${scope}`] ?? '');
  const last = uses.at(-1) ?? '';
  const before = uses.slice(0, -1).join(own === words.en ? ', ' : '、');
  const handle = subject.author?.handle.replace(/^[@＠]+/, '');
  const context = replyContext({
    platform: subject.platform,
    platformName: (platform) => t(`platform_${platform}`),
    person: { displayName: subject.author?.displayName, handle },
    post: { title: subject.title, url: subject.url },
    comment: { text: subject.text },
    page: { title: subject.title, url: subject.url },
    ...(brand ? { brand } : {}),
  });
  const answers = { uses: before === '' ? last : `${before}${own.starter_request_and ?? ' '}${last}` };
  const filled = fillTemplate(request.text, context, {
    language: request.language,
    now: new Date(),
    answers,
    snippets: snippetsFor(templates, request.language),
  });
  if (filled.state === 'filled') return { text: filled.text, missing: [] };
  if (filled.state === 'broken') return { text: '', missing: [request.title ?? request.key] };
  return {
    text: filled.preview.map((part) => ('text' in part ? part.text : `[${part.missing}]`)).join(''),
    missing: [...new Set(filled.unresolved.map(({ name }) => name))],
  };
}

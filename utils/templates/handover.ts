import type { Brand } from '../domain/brand.ts';
import type { Template } from '../domain/template.ts';
import { chooseVariant } from './choose-variant.ts';

/** What a stand-in gets on one page: how we speak, where we are, what we answer, whom we watch, what is to be done today. */
export interface Handover {
  brand: {
    name: string;
    voice?: string;
    groupLink?: string;
    links: string[];
    hashtags: string[];
    main: { platform: string; handle: string }[];
    side: { platform: string; handle: string }[];
  } | null;
  folders: {
    /** empty: those in no folder */
    name: string;
    replies: { title: string; shortcut?: string; language: string; text: string; reviewNote?: string }[];
  }[];
  watchlist: { name: string; tier: string; pages: { title: string; url: string }[] }[];
  today: { text: string; done: boolean }[];
}

export interface HandoverParts {
  brand: Brand | null;
  templates: readonly Template[];
  watchlist: readonly { name: string; tier: string; pages: readonly { title: string; url: string }[] }[];
  today: readonly { text: string; done: boolean }[];
  /** of the stand-in: each reply in it where it has been written */
  language: string;
}

/** The handover as data, in the order in which it is read; archived replies and drafts stay out. */
export function handover({ brand, templates, watchlist, today, language }: HandoverParts): Handover {
  const folders = new Map<string, Handover['folders'][number]>();
  const offered = templates.filter(({ archived, draft }) => !archived && !draft);
  for (const { title, shortcut, folder, variants, reviewNote } of offered.toSorted(
    (a, b) => a.folder.localeCompare(b.folder, language) || a.title.localeCompare(b.title, language),
  )) {
    const chosen = chooseVariant(variants, language, brand?.languages ?? []);
    const wording = chosen?.variant.wordings[0];
    if (!chosen || !wording) continue;
    const entry = folders.get(folder) ?? { name: folder, replies: [] };
    folders.set(folder, entry);
    entry.replies.push({
      title,
      ...(shortcut === undefined ? {} : { shortcut }),
      language: chosen.variant.language,
      text: wording.text,
      ...(reviewNote === undefined ? {} : { reviewNote }),
    });
  }
  const accounts = (main: boolean) =>
    (brand?.accounts ?? [])
      .filter((account) => account.main === main)
      .map(({ platform, handle }) => ({ platform, handle }));
  return {
    brand: brand && {
      name: brand.name,
      ...(brand.voice === undefined ? {} : { voice: brand.voice }),
      ...(brand.groupLink === undefined ? {} : { groupLink: brand.groupLink }),
      links: [...brand.officialLinks, ...brand.shops],
      hashtags: brand.hashtags,
      main: accounts(true),
      side: accounts(false),
    },
    folders: [...folders.values()],
    watchlist: watchlist.map(({ name, tier, pages }) => ({
      name,
      tier,
      pages: pages.map(({ title, url }) => ({ title, url })),
    })),
    today: today.map(({ text, done }) => ({ text, done })),
  };
}

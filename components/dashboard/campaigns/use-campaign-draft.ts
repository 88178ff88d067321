import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Campaign, CampaignDetails } from '../../../utils/domain/campaign.ts';
import { wrongOrder } from '../../../utils/domain/campaign-phase.ts';

/** What the schema lets through, so that the form can say it before. */
export const limits = { line: 300, words: 5_000, winners: 500, alternates: 500, mentions: 50 } as const;

export const emptyDetails = (): CampaignDetails => ({
  name: '',
  platforms: [],
  posts: [],
  hashtags: [],
  countries: [],
  staff: [],
  oneEach: true,
  conditions: [{ kind: 'in-time' }],
  winners: 1,
  alternates: 0,
  answers: [],
});

export function detailsOf({
  id: _id,
  createdAt: _made,
  updatedAt: _changed,
  platformResult: _result,
  ...details
}: Campaign): CampaignDetails {
  return details;
}

const isAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
const isCount = (value: number, from: number, to: number) =>
  Number.isInteger(value) && value >= from && value <= to;

export interface CampaignFaults {
  name?: true;
  order?: ReturnType<typeof wrongOrder>;
  /** addresses that are none */
  posts?: string;
  winners?: true;
  alternates?: true;
  answers?: true;
  mentions?: true;
}

/** What keeps a campaign from being saved. */
export function faultsOf(details: CampaignDetails): CampaignFaults {
  const order = wrongOrder(details);
  const posts = details.posts.find((address) => !isAddress(address));
  return {
    ...(details.name.trim() ? {} : { name: true }),
    ...(order ? { order } : {}),
    ...(posts === undefined ? {} : { posts }),
    ...(isCount(details.winners, 1, limits.winners) ? {} : { winners: true }),
    ...(isCount(details.alternates, 0, limits.alternates) ? {} : { alternates: true }),
    ...(details.answers.every(({ question, answer }) => question.trim() && answer.trim())
      ? {}
      : { answers: true }),
    ...(details.conditions.every(({ count }) => count === undefined || isCount(count, 1, limits.mentions))
      ? {}
      : { mentions: true }),
  };
}

/** Leaves out what is empty. */
export function cleaned(details: CampaignDetails): CampaignDetails {
  const { code, prize, note, teaserFrom, liveFrom, liveUntil, resultAt, ...rest } = details;
  const texts = Object.entries({ code, prize, note }).flatMap(([name, text]) =>
    text?.trim() ? [[name, text.trim()]] : [],
  );
  const times = Object.entries({ teaserFrom, liveFrom, liveUntil, resultAt }).filter(([, time]) => time);
  return {
    ...rest,
    ...Object.fromEntries([...texts, ...times]),
    name: details.name.trim(),
    hashtags: details.hashtags.map((tag) => tag.replace(/^[#＃]+/, '').trim()).filter(Boolean),
    conditions: details.conditions.map(({ kind, text, count }) => ({
      kind,
      ...(text?.trim() ? { text: text.trim() } : {}),
      ...(count === undefined ? {} : { count }),
    })),
  };
}

/** A campaign while it is edited. Nothing is said to be wrong before somebody tried to save. */
export function useCampaignDraft(stored: Campaign | null) {
  const [base, setBase] = useState(stored);
  const [begun] = useState(() => (stored ? detailsOf(stored) : emptyDetails()));
  const [details, setDetails] = useState(begun);
  const [tried, setTried] = useState(false);
  const before = useMemo(() => (base ? detailsOf(base) : begun), [base, begun]);
  const dirty = useMemo(() => JSON.stringify(details) !== JSON.stringify(before), [details, before]);
  const faults = faultsOf(details);
  /** Gives up what was typed for what is stored. */
  const take = useCallback((campaign: Campaign) => {
    setBase(campaign);
    setDetails(detailsOf(campaign));
    setTried(false);
  }, []);
  return {
    details,
    dirty,
    /** shown once somebody tried to save */
    faults: tried ? faults : {},
    faulty: Object.keys(faults).length > 0,
    base,
    try: () => setTried(true),
    set: (changes: Partial<CampaignDetails>) => setDetails((was) => ({ ...was, ...changes })),
    take,
  };
}
export type CampaignDraft = ReturnType<typeof useCampaignDraft>;

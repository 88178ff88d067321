import type { TagDetails } from './tag.ts';
import type { StarterTag } from './tag-effect.ts';

/*
 * The default set apart from its words, which stand in the locales under `tag_<starter>`, and apart from the schemas: screens use it.
 */

type Deadline = NonNullable<TagDetails['deadline']>;
const clock = (hours: number): Deadline => ({ hours, clock: 'clock' });
const working = (hours: number): Deadline => ({ hours, clock: 'working' });

/**
 * What each tag of the default set does. "Social first": what others read along (a complaint, "is this legit?") is urgent and runs by
 * the clock, weekends included; what one customer asks runs in working hours.
 */
export const starterSet: Record<StarterTag, Omit<TagDetails, 'name'>> = {
  complaint: { colour: 'red', effect: 'case', key: 'c', urgent: true, deadline: clock(24) },
  parcel: { colour: 'amber', effect: 'case', key: 'p', deadline: working(24) },
  legit: { colour: 'pink', effect: 'case', key: 'l', urgent: true, deadline: clock(4) },
  stock: { colour: 'blue', effect: 'case', key: 's', deadline: working(8) },
  link: { colour: 'violet', effect: 'case', key: 'k', deadline: clock(8) },
  praise: { colour: 'green', effect: 'fan', key: 't' },
  ugc: { colour: 'teal', effect: 'ugc', key: 'u' },
  spam: { colour: 'grey', effect: 'spam', key: 'x' },
  collab: { colour: 'blue', effect: 'case', key: 'o', deadline: working(48) },
  idea: { colour: 'violet', effect: 'idea', key: 'i' },
};

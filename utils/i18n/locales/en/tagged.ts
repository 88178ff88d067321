/** Words in other people's pages after something was tagged there: fixed, without the tags' names. */
export const tagged = {
  tagged_mark: 'Tagged',
  tagged_done: 'Tags saved.',
  tagged_off: 'Tags taken off.',
  tagged_case: 'It waits under “To handle” now.',
  tagged_ugc: 'It is among the photos and videos to ask permission for.',
  tagged_fan: 'The author got a superfan point.',
  tagged_spam: 'The author is marked from now on.',
  tagged_idea: 'It is kept among the ideas.',
  tagged_giveaway: 'It counts as an entry of the giveaway.',
};
export type TaggedKey = import('../../translate.ts').WordKey<typeof tagged>;

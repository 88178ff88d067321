/** Names of the default set of tags (`domain/starter-tags.ts`): the background makes it in the operator's language. */
export const tagset = {
  tag_complaint: 'Complaint',
  tag_parcel: 'Parcel question',
  tag_legit: 'Is it legit?',
  tag_stock: 'Size / stock question',
  tag_link: 'Answer with link',
  tag_praise: 'Praise',
  tag_ugc: 'UGC',
  tag_spam: 'Spam',
  tag_collab: 'Collab offer',
  tag_idea: 'Idea',
};

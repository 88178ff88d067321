/** May a post be reused: the uses and the answers, in the frame and on our own pages. */
export const usage = {
  rights_scope_repost: 'On our accounts',
  rights_scope_ads: 'In ads',
  'rights_scope_shop-page': 'On shop pages',
  rights_scope_edit: 'Edited',
  rights_may: 'May we use it?',
  rights_use_granted: 'Yes',
  rights_use_until: 'Yes, until {day}',
  'rights_use_not-yet': 'No, not before {day}',
  rights_use_expired: 'No, it ended on {day}',
  rights_use_waiting: 'No, asked on {day}, no answer yet',
  'rights_use_not-included': 'No, asked for but not allowed',
  'rights_use_not-asked': 'No, not asked',
  rights_use_declined: 'No, declined on {day}',
  rights_use_revoked: 'No, taken back on {day}',
  rights_credit_line: 'Credit: {line}',
};

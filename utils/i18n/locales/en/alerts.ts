/** Words of the day's digest and of the settings of alerts. */
export const alerts = {
  digest_since: 'What changed since when',
  digest_looked: 'Since you last looked',
  digest_yesterday: 'Since yesterday',
  digest_of: 'What changed at {name}',

  alerts_title: 'Competitor alerts',
  alerts_words:
    'What competitors changed stands in the popup in any case. Here you choose what calls you: the number on the toolbar button, and notifications of the browser.',
  alerts_badge: 'Unread changes counted on the toolbar button',
  alerts_notify: 'Notifications',
  alerts_notify_hint:
    'One notification for all that a visit or a refresh found, never one for each change. Your browser asks whether you agree.',
  alerts_notify_which: 'Changes that are notified',
  alerts_notify_missing: 'This browser offers no notifications here: they stay off.',
  alerts_notify_denied: 'The browser was not allowed to show notifications: they stay off.',
  alerts_notify_gone:
    'The browser’s permission was taken away, so nothing is notified. Switch it on again to be asked anew.',
  alerts_quiet: 'Quiet hours',
  alerts_quiet_hint:
    'By the clock of this computer; they may go over midnight. What is found then is told once when they are over.',
  alerts_quiet_from: 'Quiet from',
  alerts_quiet_until: 'Quiet until',
  alerts_stale: 'Days until a page counts as not looked at',
  alerts_stale_hint: '1 to 90. The popup says so beside the competitor.',
  alerts_severity_high: 'Important',
  alerts_severity_medium: 'Notable',
  alerts_severity_low: 'Small',

  alerts_rules: 'How much each change matters',
  alerts_rules_words:
    'Holds for what is found from now on. Percentages count in both directions; an empty field: never by percentage.',
  alerts_rules_kind: 'Kind of change',
  alerts_rules_base: 'Counts as',
  alerts_rules_medium: 'Notable from %',
  alerts_rules_high: 'Important from %',
  alerts_rules_of: '{kind}: {column}',
  alerts_rules_reset: 'Back to Deckhand’s table',
  alerts_rules_changed: 'changed',
};

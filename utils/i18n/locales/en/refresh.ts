/** Words about the refresh of shop pages on a schedule. */
export const refresh = {
  refresh_title: 'Refresh on a schedule',
  refresh_switch: 'Look at this page by itself',
  refresh_hint:
    'While the browser runs, Deckhand asks {host} for this page as a visitor without a name: without your login, without cookies, never more than once an hour. The browser asks you for access to this site.',
  refresh_denied: 'Without access to {host} it stays switched off.',
  refresh_every: 'How often',
  refresh_hours_one: 'Every hour',
  refresh_hours_other: 'Every {count} hours',
  refresh_days_one: 'Once a day',
  refresh_days_other: 'Every {count} days',
  refresh_not_social:
    'Not offered here: Deckhand never asks a social platform for a page by itself, because accounts get limited for that. This page is read when you visit it.',
  'refresh_not_no-shop':
    'Offered for pages of shops only: a product, a list of products, or a shop’s front page. This page is read when you visit it.',
  refresh_not_insecure: 'Offered for addresses that begin with https only.',
  refresh_last: 'Last refreshed {ago}.',
  refresh_none_yet: 'Not refreshed yet.',
  refresh_source_shopify: 'Taken from the shop’s public product list.',
  refresh_source_woocommerce: 'Taken from the shop’s public product list.',
  refresh_source_page: 'Taken from the page itself.',
  refresh_running: 'Being refreshed now.',
  refresh_next: 'Next: {time}.',
  refresh_next_soon: 'Next: within minutes.',
  refresh_go_on: 'Go on',
  refresh_stopped: 'Stopped {time}. Nothing is asked until you press “Go on”.',
  refresh_tries_again: 'Tried {time}. It is tried again by itself.',
  refresh_not_before: 'The shop asks not to be asked before {time}.',
  refresh_trouble_refused: 'The shop refused the request.',
  'refresh_trouble_too-many': 'The shop says that it was asked too often.',
  refresh_trouble_wall: 'A check or a login stood where the page should be.',
  refresh_trouble_moved:
    'The address sends visitors on to another one, which is not followed. Open the page, and watch the address where you end up.',
  refresh_trouble_gone: 'There is no page at this address any more.',
  'refresh_trouble_too-large': 'The page is too large.',
  'refresh_trouble_no-permission': 'The browser does not give access to this site any more.',
  'refresh_trouble_nothing-read':
    'The answer showed no product. Such a page is filled only once somebody opens it: read it on your visits.',
  refresh_trouble_server: 'The shop’s server had a fault.',
  refresh_trouble_unreachable: 'The shop could not be reached, or did not answer in time.',
  'refresh_trouble_disk-full': 'The disk is full: nothing was kept.',
};

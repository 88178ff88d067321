/**
 * Most bytes of script (gzip) that one start of an entry may load; raised only together with the change that needs it. Popup, card
 * and dashboard load the words of one language.
 */
export const budgets: Record<string, number> = {
  // injected on pages that have creators, comments, posts or products to stand beside; reads each as it is tagged, asks for the dots of
  // tags, and tells what waits for an answer
  'items.js': 24_700,
  // injected where a button of ours stands for a whole page, of a creator or a shop, and when something was tagged on a page: the dots of its
  // tags, by its address or a reading of it, and what followed from a tagging, in every language
  'tagged.js': 7_700,
  // injected when the person points at a field
  'picker.js': 14_000,
  // injected on shops' pages and where a snapshot is taken: the text and the layout of the page, and holding it still for its picture
  'snapshot.js': 14_500,
  // injected on pages with items while keyword alerts are switched on: finds the words of all groups and marks them; what most texts are made
  // of stands in it, so that the first search need not wait for the browser's tables of Unicode
  'keywords.js': 11_100,
  // injected where something expected was not found: the page's structure without a text
  'skeleton.js': 8_000,
  // injected when somebody begins to write on a page; follows what becomes of a reply, knows the editor used last, and how what is answered
  // is tagged
  'palette.js': 23_000,
  'frame.html': 40_000,
  // the picker of tags in the frame, loaded when somebody tags
  'frame.html#tag-card': 45_000,
  // the saved replies in the frame, with the template language and the words of its variables; made ready while somebody writes
  'frame.html#palette': 92_000,
  'popup.html': 34_500,
  // the picker of tags in the popup, loaded when it is asked for
  'popup.html#tag-part': 40_500,
  // the saved replies in the popup, loaded when they are asked for
  'popup.html#beside-page': 97_000,
  // with the quick answers of a running campaign, and what leads to the cases
  'sidepanel.html': 83_000,
  // what is to be handled, with its words, beside the saved replies that the panel begins with
  'sidepanel.html#queue-part': 104_000,
  // its navigation names all the pages, seven of them since tags do something
  'dashboard.html': 77_500,
  // with import, merge, erasing, saved replies, every check of a backup, the addresses of every platform, and comparing, keeping and
  // refreshing what competitors show, looks that loaded half of a list among it, and with tags and all that follows from them: cases with their deadlines, keyword alerts with
  // starter lists in three spellings, rights, fans, giveaways with their draws, and the joining of all of that when two notebooks become one; a worker cannot load a second file when it
  // needs one
  'background.js': 187_500,
};

/** Parts of a page that have a start, and so a budget, of their own. */
export const partsWithOwnStart = ['palette', 'beside-page', 'queue-part', 'tag-card', 'tag-part'];

/** Registered on every page of a granted site: the overlay together with what is known of that site. */
export const everyPageBudget = 20_000;

/**
 * The reader of one site, injected there when the person asks. The one for every other site knows the shop systems,
 * and tells a list that calls itself a product, and a page beside a log-in box, from what they look like.
 */
export const readerBudget = 30_500;

/**
 * Words of which sites make the names of things: classes, keys of their data. A name that is not made of these may be a person's, so it is
 * never written down.
 */
const words = `
about account action active activity actor ad add address age aggregate album all alt amount analytics anchor and api app area article
aside asset at attr attribute audio author auto availability available avatar average back background badge banner bar base best big bio
birthday block blocked blog body bold bookmark bottom box brand bread breadcrumb business button buy by caption card cart category cell
center channel chat check city class click client close code collapsed collect collection color column comment comments community
company component config connected contact container content context control cookie cost count counter counts country cover created
creator crumb currency current custom data date day default delete demo desc description desktop detail details dialog digg direct
discount display div document done down download duration dynamic edge edges edit element email empty enabled end engagement entities
entity entry env error event events explore external extra fan fans favorite favorites feature featured feed fetch field fields file
filter first flag flex float follow followed follower followers following follows font footer for form forward frame friend friends from
full gallery gender general geo get global graph graphql grid group groups handle has hash hashtag head header heading heart height help
hidden hide highlight history home hot hover html icon id identifier ids image images img in index info information inner input instance
intro is item items join joined key keys keyword kind label lang language large last latest layout left legacy length level like liked
likes limit line link links list live load loading local locale location locked login logo low main map mark market max me media member
members menu merchant message messages meta metadata metric metrics middle min mobile modal mode model modified module money more music
my name names nav navigation network new next nick nickname node nodes normal note number object of off offer offers official on online
only open option options order origin original other out outer overlay owner own page pages panel param params parent part path payload
person phone photo photos picture pin pinned place platform play player plus point popular position post posted posts preview previous
price prices primary privacy private pro product products profile profiles promo props province public published quantity query question
quote range rank rate rating ratings raw react read reason recent recommend recommended ref region related relation reply replies repost
reposts request requires response result results retweet review reviewer reviews right role root route row rows sale sales save saved saves
school score screen script scroll search secondary section see sell seller send server service session set setting settings share shared
shares shop short show side sidebar signature single site size skin sku slider slot small social sold sort source span spec special sponsored
stat state statistics stats status stock store stories story stream string style sub subject subscribe subscriber subscribers subtitle
subtotal summary tab table tabs tag tags target text theme thread thumb thumbnail time timeline timestamp title to toggle token tooltip top
topic topics total track translate tweet tweets type types unit up update updated upload upvote uri url user username users valid value
values variant variants verified verify version vertical video videos view viewer views visible vote votes web website weight widget width
with work wrap wrapper year zoom
`;

const known = new Set(words.split(/\s+/).filter(Boolean));

/** @param word in lower case */
export function isPlainWord(word: string): boolean {
  return known.has(word);
}

/** Longest name that is looked at word by word. */
const longest = 60;

/**
 * A name of which every part that is no plain word became `#`: `edge_followed_by` stays, `user_mira_holm` is `user_#`.
 * @param name as a page's script wrote it, in any of the usual spellings
 */
export function plainName(name: string): string {
  if (name.length > longest || !/^[\w$.:-]+$/.test(name)) return '#';
  const parts = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^A-Za-z\d]+/g) ?? [];
  const kept = parts.map((part) =>
    /^[_$.:-]{1,2}$/.test(part) || known.has(part.toLowerCase()) ? part : '#',
  );
  return kept.join('').replace(/#(?:[_$.:-]*#)+/g, '#') || '#';
}

/* Invented pages for the demo of tags: a customer's post with a picture, the comments below a giveaway, and a shop's list. */

export const ugcPost = 'https://x.com/ida_brews/status/1990000000000000001';
export const shopSearch = 'https://www.walmart.com/search?q=kettle';
export const giveawayPost = 'https://www.youtube.com/watch?v=w1nterKett1';

/** A post of a customer with a drawn picture of what she bought. */
export function drawnPost(): string {
  const kettle = `<svg viewBox="0 0 520 300" width="100%" role="img" aria-label="A blue kettle by a window">
<rect width="520" height="300" fill="#dfe7ea"/><rect y="214" width="520" height="86" fill="#b98d62"/><rect x="60" y="24" width="130" height="150" fill="#f7fbff" stroke="#fff" stroke-width="8"/>
<path d="M250 212q-34-96 60-104 94 8 60 104z" fill="#3f6f94"/><path d="M366 168q58-6 66-54" fill="none" stroke="#3f6f94" stroke-width="16"/><path d="M262 118q48-76 96 0" fill="none" stroke="#2b3d4c" stroke-width="9"/><circle cx="310" cy="104" r="9" fill="#2b3d4c"/>
<path d="M438 96q-12-18 2-34t-2-34" fill="none" stroke="#fff" stroke-width="6" opacity=".8"/></svg>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ida on X</title>
<style>body{margin:0;font:15px/1.4 system-ui,sans-serif;color:#0f1419;background:#fff}main{max-width:598px;margin:0 auto;border:solid #eff3f4;border-width:0 1px;min-height:100vh}article{padding:16px}a{color:inherit;text-decoration:none}[data-testid="User-Name"] a+a,time{color:#536471;margin-left:4px}svg{border-radius:16px;display:block;margin:12px 0}</style></head>
<body><main data-testid="primaryColumn"><article data-testid="tweet" tabindex="-1">
<div data-testid="User-Name"><a href="/ida_brews" role="link"><b>Ida</b></a> <a href="/ida_brews" role="link">@ida_brews</a></div>
<div data-testid="tweetText">First snow, first pot from my new #fjordlicht kettle. It does not even drip.</div>
${kettle}<a href="/ida_brews/status/1990000000000000001"><time datetime="2026-11-20T08:12:00.000Z">9:12 AM · Nov 20, 2026</time></a>
</article></main></body></html>`;
}

/** Comments below a giveaway: some name a friend, as the rules ask, some do not. */
export function drawnThread(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const said =
      i % 6 === 4 ? 'So pretty! Fingers crossed.' : `In! With @friend_of_${i}, we share every pot.`;
    return `<ytd-comment-thread-renderer><ytd-comment-view-model><div id="header-author"><a id="author-text" href="/@guest_${i}">@guest_${i}</a> <span id="published-time-text"><a href="/watch?v=w1nterKett1&amp;lc=g${i}">${1 + (i % 5)} days ago</a></span></div><div id="content-text">${said}</div></ytd-comment-view-model><div id="replies"></div></ytd-comment-thread-renderer>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Win the blue kettle - YouTube</title>
<style>body{margin:0;font:14px/20px Roboto,Arial,sans-serif}main{max-width:760px;margin:0 auto;padding:20px}ytd-comment-thread-renderer,ytd-comment-view-model{display:block}ytd-comment-view-model{padding:12px 0}a{color:inherit}</style></head>
<body><main><h1>Win the blue kettle</h1>${rows.join('')}</main></body></html>`;
}

/** What a shop finds for a word: cards with a drawn picture, a price and a title. */
export function drawnShop(): string {
  const colours = ['#3f6f94', '#8a4f3d', '#5d7f4a', '#7a6a9a', '#b0843a', '#3a3f46', '#9a4a63', '#4f8f8a'];
  const cards = colours.map((colour, i) => {
    const drawn = `<svg viewBox="0 0 220 150" width="100%" role="img" aria-label="A kettle"><rect width="220" height="150" rx="10" fill="#eef1f3"/><path d="M76 118q-20-56 34-62 54 6 34 62z" fill="${colour}"/><path d="M146 92q30-4 34-28" fill="none" stroke="${colour}" stroke-width="8"/><path d="M82 60q28-44 56 0" fill="none" stroke="#2b3d4c" stroke-width="5"/></svg>`;
    return `<div data-item-id="k${i}"><a href="/ip/Kettle/60000000${i}0">${drawn}</a><b>$${29 + i * 3}.00</b><a href="/ip/Kettle/60000000${i}0"><span data-automation-id="product-title">Stove kettle no. ${i + 1}, enamel, 1.${i} litres</span></a></div>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>kettle - Walmart.com</title>
<style>body{margin:0;font:14px/20px system-ui,sans-serif;color:#20272d;background:#fff}main{max-width:1000px;margin:0 auto;padding:20px}section{display:grid;grid-template-columns:repeat(4,1fr);gap:28px 20px}[data-item-id]{display:grid;gap:6px}a{color:inherit;text-decoration:none}</style></head>
<body><main><h1>Results for “kettle”</h1><section>${cards.join('')}</section></main></body></html>`;
}

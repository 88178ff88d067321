/**
 * Added in the closed roots beside names. What is only looked at lets the pointer through: no question to the page's `elementFromPoint` tells
 * which handles are known. Every name has boxes of the same size, filled or not; a product, which is of nobody, only the one
 * of the dots.
 */
export const itemCss = `
[data-deckhand-root] { width: 16px; height: 16px; pointer-events: none; }
.badge { display: block; box-sizing: border-box; width: 16px; height: 16px; border-radius: 8px; padding: 1px; }
.dots {
  position: absolute; left: 18px; top: 0; display: grid; grid-template: 7px 7px / 7px 7px; gap: 1px; width: 16px; height: 16px;
  align-content: center; justify-content: start;
}
.bare .badge { display: none; }
.bare .dots { left: 0; }
.dots i { box-sizing: border-box; width: 7px; height: 7px; border-radius: 4px; }
.dots i[data-colour] { background: var(--dot); box-shadow: 0 0 0 1px var(--ground); }
.dots i:first-child:has(+ i:not([data-colour])) { grid-row: span 2; align-self: center; width: 9px; height: 9px; border-radius: 5px; }
.dots i:first-child:has(+ i:not([data-colour])) ~ i:last-child { display: none; }
[data-colour="blue"] { --dot: #2f6fde; }
[data-colour="green"] { --dot: #1f8a4c; }
[data-colour="amber"] { --dot: #c98200; }
[data-colour="red"] { --dot: #d33a2f; }
[data-colour="violet"] { --dot: #8a4fd0; }
[data-colour="teal"] { --dot: #0b8f96; }
[data-colour="pink"] { --dot: #d2458f; }
[data-colour="grey"] { --dot: #76818d; }
.badge.waits { position: absolute; left: 36px; top: 0; }
.badge[data-mark] { background: var(--ground); box-shadow: 0 0 0 1px var(--line); color: var(--accent); }
.badge[data-mark="known"], .badge[data-mark="partner"] { color: var(--good); }
.badge[data-mark="do-not-contact"], .badge[data-mark="spam"], .badge[data-mark="fan"], .badge[data-mark="unanswered"] { color: var(--bad); }
.badge[data-mark="fan"] svg { fill: currentColor; }
.badge svg {
  display: block; width: 14px; height: 14px; fill: none; stroke: currentColor; stroke-width: 2.4;
  stroke-linecap: round; stroke-linejoin: round; pointer-events: none;
}
.group { position: absolute; display: flex; gap: 2px; pointer-events: auto; }
.mark[data-state="open"] { color: var(--accent); }
.peek { position: fixed; inset: auto; margin: 0; padding: 0; border: 0; background: none; overflow: hidden; pointer-events: none; }
.peek iframe { display: block; width: 100%; height: 100%; border: 0; background: none; pointer-events: none; }
[data-theme="dark"] .peek iframe { color-scheme: dark; }
[data-theme="light"] .peek iframe { color-scheme: light; }
`;

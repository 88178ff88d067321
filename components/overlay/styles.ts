/**
 * The style sheet of every closed root in a page. Sizes in px: `rem` would be the site's. Colours stand here and not in
 * `components/ui/tokens.css` because a page gets only this one sheet.
 */
export const overlayCss = `
:host {
  all: initial !important; direction: ltr !important; color-scheme: light dark !important;
  position: absolute !important; display: inline-block !important; width: 0 !important; height: 0 !important;
  z-index: 1 !important;
}
[data-deckhand-root] {
  --ground: #ffffff; --ink: #1b2430; --line: #c3ccd6; --accent: #0b5c8a; --good: #1f6f3f; --bad: #a3261b; --shade: #0002;
  display: block; position: absolute; left: 0; top: 0; width: 24px; height: 24px;
  font: 13px/1.45 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  color: var(--ink);
}
[data-theme="dark"] { --ground: #1c232c; --ink: #eef2f6; --line: #4a5663; --accent: #7cc4ee; --good: #7fd09b; --bad: #ff9d92; --shade: #0008; }
@media (prefers-color-scheme: dark) {
  [data-theme="auto"] { --ground: #1c232c; --ink: #eef2f6; --line: #4a5663; --accent: #7cc4ee; --good: #7fd09b; --bad: #ff9d92; --shade: #0008; }
}
[data-deckhand-root].corner { position: fixed; left: auto; right: 16px; top: 96px; }
.mark {
  box-sizing: border-box; display: block; width: 24px; height: 24px; margin: 0; padding: 2px;
  border: 1px solid var(--line); border-radius: 6px; background: var(--ground); color: var(--accent); cursor: pointer;
}
.mark[data-state="known"], .mark[data-state="saved"] { color: var(--good); }
.mark[data-state="failed"], .mark[data-state="do-not-contact"] { color: var(--bad); }
.mark[data-state="working"] { cursor: progress; }
.mark:hover { border-color: var(--accent); }
.mark:focus-visible, .toast button:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.mark svg {
  display: block; width: 18px; height: 18px; fill: none; stroke: currentColor; stroke-width: 1.8;
  stroke-linecap: round; stroke-linejoin: round; pointer-events: none;
}
.mark[data-state="working"] svg { animation: turn 1s linear infinite; }
@keyframes turn { to { rotate: 360deg; } }
@media (prefers-reduced-motion: reduce) { .mark[data-state="working"] svg { animation: none; } }
.card, .toast {
  box-sizing: border-box; position: fixed; margin: 0; overflow: hidden; background: var(--ground); color: var(--ink);
  border: 1px solid var(--line); border-radius: 10px; box-shadow: 0 6px 24px var(--shade);
}
/* a popover's backdrop fills the window: real visibility would count it as a cover over every other button of ours */
.card::backdrop, .toast::backdrop, .peek::backdrop { display: none; }
.card { inset: auto; padding: 0; max-width: none; max-height: none; }
.card iframe { display: block; width: 100%; height: 100%; border: 0; background: var(--ground); }
.toast {
  inset: auto auto 24px 50%; translate: -50% 0; display: flex; align-items: center; gap: 8px;
  width: max-content; max-width: min(520px, calc(100vw - 32px)); padding: 10px 10px 10px 14px;
}
.toast p { margin: 0; }
.toast button {
  flex: none; min-width: 28px; min-height: 28px; padding: 2px 10px; border: 1px solid var(--line); border-radius: 6px;
  background: none; color: var(--accent); font: inherit; font-weight: 600; cursor: pointer;
}
.toast .close { padding: 2px; border-color: transparent; font-weight: 400; font-size: 16px; color: inherit; }
`;

/** Added for what stands over everything: cards, toasts, a button without a name to stand beside. */
export const layerCss = `
:host { position: fixed !important; display: block !important; inset: 0 auto auto 0 !important; z-index: 2147483647 !important; }
[data-deckhand-root]:not(.corner) { width: 0; height: 0; }
`;

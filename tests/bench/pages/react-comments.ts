import {
  createContext,
  createElement,
  Fragment,
  memo,
  useCallback,
  useContext,
  useMemo,
  useState,
} from 'react';
import { createRoot } from 'react-dom/client';

/**
 * An invented page under a post, drawn by React as the real site draws its own: names, times, words with links and signs, buttons that work, and as many
 * elements and classes around them.
 */
interface Comment {
  id: string;
  handle: string;
  words: string;
  at: number;
  likes: number;
  answers: number;
}

interface Setting {
  now: number;
  times: Intl.RelativeTimeFormat;
  numbers: Intl.NumberFormat;
}

const post = '/p/Kettle_snow1/';
const Settings = createContext(null);
const h = createElement;
const day = 86_400_000;
const texts = [
  'where did you get this kettle? 🫖',
  '@frost.fern look at this, it is the one from the #winter market 😍',
  'I have had mine for two years now and it still does not drip, not even once, which cannot be said of the one before',
  'link? or is it on www.kettle.example only',
  '🔥🔥🔥',
  'Sooo good. #tea #slowmorning @lin.studio',
];
/** As many classes as one sees on such pages. */
const classes = (from: number, count = 9) =>
  Array.from({ length: count }, (_, at) => `x${((from * 31 + at * 7) % 997).toString(36)}q`).join(' ');

function make(at: number): Comment {
  return {
    id: String(1_800_000 + at),
    handle: `visitor_${at}`,
    words: `${texts[at % texts.length]} (${at})`,
    at: (at % 90) * day,
    likes: (at * 37) % 4_000,
    answers: at % 5,
  };
}

const Words = memo(({ words }: { words: string }) => {
  const parts = useMemo(() => words.split(/(@[\w.]+|#\w+|www\.\S+|\p{Extended_Pictographic})/u), [words]);
  return parts.map((part: string, at: number) => {
    if (/^@/.test(part))
      return h('a', { key: at, className: classes(1), href: `/${part.slice(1)}/`, role: 'link' }, part);
    if (/^#/.test(part))
      return h('a', { key: at, className: classes(2), href: `/explore/tags/${part.slice(1)}/` }, part);
    if (/^www/.test(part))
      return h('a', { key: at, className: classes(2), href: `https://${part}`, rel: 'nofollow' }, part);
    return h(Fragment, { key: at }, part);
  });
});

function Avatar({ handle }: { handle: string }) {
  return h(
    'div',
    { className: classes(3) },
    h(
      'a',
      { className: classes(4), href: `/${handle}/`, role: 'link', tabIndex: -1 },
      h(
        'span',
        { className: classes(5), style: { height: 32, width: 32 } },
        h(
          'svg',
          { viewBox: '0 0 32 32', width: 32, height: 32, role: 'img', 'aria-label': `${handle}’s picture` },
          h('circle', { cx: 16, cy: 16, r: 15 }),
        ),
      ),
    ),
  );
}

function Press({ words, go, label }: { words: string; go(): void; label?: string }) {
  const keyed = useCallback(
    (event: { key: string }) => {
      if (event.key === 'Enter') go();
    },
    [go],
  );
  return h(
    'div',
    {
      className: classes(6, 14),
      role: 'button',
      tabIndex: 0,
      onClick: go,
      onKeyDown: keyed,
      'aria-label': label,
    },
    h('span', { className: classes(7), dir: 'auto' }, words),
  );
}

const Row = memo(({ comment }: { comment: Comment }) => {
  const { now, times, numbers } = useContext(Settings) as Setting;
  const [liked, like] = useState(false);
  const [open, show] = useState(false);
  const liking = useCallback(() => like((before: boolean) => !before), []);
  const opening = useCallback(() => show((before: boolean) => !before), []);
  const { id, handle, words, at, likes, answers } = comment;
  return h(
    'div',
    { className: classes(8) },
    h(
      'div',
      { className: classes(9, 16) },
      h(Avatar, { handle }),
      h(
        'div',
        { className: classes(10) },
        h(
          'div',
          { className: classes(11) },
          h(
            'div',
            { className: classes(12) },
            h(
              'span',
              { className: classes(13) },
              h(
                'a',
                { className: classes(14, 18), href: `/${handle}/`, role: 'link', tabIndex: 0 },
                h('span', { className: classes(15), dir: 'auto' }, handle),
              ),
            ),
            h(
              'span',
              { className: classes(16) },
              h(
                'a',
                { className: classes(17, 14), href: `${post}c/${id}/`, role: 'link', tabIndex: 0 },
                h(
                  'time',
                  {
                    className: classes(18),
                    dateTime: new Date(now - at).toISOString(),
                    title: new Date(now - at).toDateString(),
                  },
                  times.format(-at / day, 'day'),
                ),
              ),
            ),
          ),
          h(
            'div',
            { className: classes(19) },
            h(
              'span',
              { className: classes(20, 12), dir: 'auto', style: { lineHeight: '18px' } },
              h(Words, { words }),
            ),
          ),
          h(
            'div',
            { className: classes(21) },
            h(Press, { words: `${numbers.format(likes + Number(liked))} likes`, go: liking }),
            h(Press, { words: 'Reply', go: opening }),
          ),
        ),
        answers > 0 && h(Press, { words: open ? 'Hide replies' : `View replies (${answers})`, go: opening }),
      ),
      h('div', { className: classes(22) }, h(Press, { words: liked ? '♥' : '♡', go: liking, label: 'Like' })),
    ),
  );
});

/** What came so far: as in a store, a comment stays the same object, and its row is drawn once. */
const store: Comment[] = [];
function List({ count }: { count: number }) {
  while (store.length < count) store.push(make(store.length));
  return store.map((comment) => h(Row, { key: comment.id, comment }));
}

const place = document.querySelector('#comments');
const root = createRoot(place);
const setting: Setting = {
  now: Date.UTC(2026, 0, 2),
  times: new Intl.RelativeTimeFormat('en'),
  numbers: new Intl.NumberFormat('en'),
};

/** Shows so many comments, at once or so many more every few frames, as when somebody goes on reading. Resolved when they are drawn. */
async function show(count: number, step = count): Promise<void> {
  for (let shown = step; ; shown += step) {
    root.render(h(Settings.Provider, { value: setting }, h(List, { count: Math.min(shown, count) })));
    await new Promise((done) => setTimeout(done, 30));
    if (shown >= count) return;
  }
}

Object.assign(window, { show });

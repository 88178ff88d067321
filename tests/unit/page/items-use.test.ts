// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { comment, made, thread } from './item-helpers.ts';
import {
  badge,
  button,
  go,
  inside,
  list,
  marks,
  near,
  onLivingPage,
  over,
  sent,
  start,
  tell,
  waits,
} from './living-page.ts';
import { FakeIntersectionObserver, realClick, settle, stubVisibility } from './page-helpers.ts';

onLivingPage();

test('the buttons come with the pointer and go with it, or with Escape', async () => {
  const [lin, mo] = [comment('lin', 'a'), comment('mo', 'b')];
  list().append(lin, mo);
  start();
  await near(lin, mo);
  over(lin.querySelector('.text') ?? lin);
  expect(button(lin)?.dataset.state).toBe('new');
  over(mo);
  expect(button(lin)).toBeNull();
  expect(button(mo)).not.toBeNull();
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect(button(mo)).toBeNull();
  over(document.body);
  await new Promise((done) => setTimeout(done, 300));
  over(mo);
  expect(button(mo)).not.toBeNull();
});

test('a press saves who the link says, with nothing that was not read; a known one only opens the card', async () => {
  stubVisibility({ sure: true });
  const [lin, mo] = [comment('lin', 'a'), comment('mo', 'b')];
  list().append(lin, mo);
  marks.mo = 'in-contact';
  start();
  await near(lin, mo);
  await vi.waitFor(() => expect(badge(mo)).toBe('in-contact'));
  over(lin);
  document.elementFromPoint = () => lin.querySelector('a.by + span');
  FakeIntersectionObserver.showAll();
  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now + 1_000);
  realClick(button(lin) as HTMLElement);
  await settle();
  expect(sent('creator.capture')).toMatchObject([
    {
      reading: {
        platform: 'instagram',
        kind: 'profile',
        key: 'instagram:profile:lin',
        url: 'https://www.instagram.com/lin/',
        creator: { handle: { value: 'lin', source: 'url' } },
        problems: [],
      },
    },
  ]);
  over(mo);
  expect(button(mo)?.getAttribute('aria-description')).toBe('In contact');
  realClick(button(mo) as HTMLElement);
  await settle();
  expect(sent('card.open')).toEqual([{ platform: 'instagram', handle: 'mo' }]);
  expect(sent('creator.capture')).toHaveLength(1);
});

test('everybody who came near is gathered, and handed over in the order seen', async () => {
  const all = ['lin', 'mo', 'lin', 'kim'].map((handle) => comment(handle, 'x'));
  list().append(...all, made('p'));
  start();
  await near(...all);
  FakeIntersectionObserver.tell(false, ...all);
  expect(await tell({ type: 'screen.ask' })).toMatchObject({ value: { people: 3 } });
  await tell({ type: 'screen.order', order: 'collect' });
  await settle();
  expect(sent('collect.open')[0]?.people.map(({ handle }) => handle)).toEqual(['lin', 'mo', 'kim']);
  go('/p/other/');
  await settle();
  expect(await tell({ type: 'screen.ask' })).toMatchObject({ value: { people: 0 } });
});

test('what is unanswered is counted, and marked only when it is wanted', async () => {
  const [asks, ours, again, alone] = [
    comment('lin', 'where?', '1'),
    comment('us', 'here', '2'),
    comment('lin', 'and when?', '3'),
    comment('mo', 'nice', '4'),
  ];
  list().append(thread(asks, ours, again), thread(alone));
  marks.us = 'ours';
  start();
  await near(asks, ours, again, alone);
  expect(await tell({ type: 'screen.ask' })).toEqual({
    ok: true,
    value: { people: 3, comments: 4, unanswered: 2, filtered: false },
  });
  await tell({ type: 'screen.order', order: 'unanswered-on' });
  await vi.waitFor(() =>
    expect([asks, ours, again, alone].map(waits)).toEqual([undefined, undefined, 'unanswered', 'unanswered']),
  );
  await tell({ type: 'screen.order', order: 'unanswered-off' });
  expect(inside(asks.querySelector('a.by + span'), '.waits')).toBeNull();
});

test('without a thread nobody can tell what is answered', async () => {
  const row = comment('lin', 'where?', '1');
  list().append(row);
  start();
  await near(row);
  expect(await tell({ type: 'screen.ask' })).toMatchObject({ value: { comments: 1, unanswered: null } });
});

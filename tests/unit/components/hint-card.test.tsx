// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Card } from '../../../components/frame/card.tsx';
import type { FrameContext } from '../../../utils/domain/frame-context.ts';
import * as client from './fake-client.ts';
import { card, makeView } from './frame-samples.ts';
import { settings } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));
vi.mock('../../../components/frame/use-really-visible.ts', () => ({
  useReallyVisible: () => ({ visible: true, covered: false }),
}));

type Hint = Extract<FrameContext, { surface: 'hint' }>;
const hint: Hint = {
  surface: 'hint',
  fromCard: true,
  hint: { platform: 'x', kind: 'profile', field: 'creator.followers', selector: '.fans', attribute: 'title' },
  raw: '12.3K <b>',
  value: '12300',
};
const show = (context: FrameContext) => {
  client.answer('frame.context', context);
  return render(<Card browserLanguage="en" onClose={() => undefined} onHeight={() => undefined} />);
};

beforeEach(() => {
  client.answer('settings.get', settings);
  client.answer('hint.point', {});
  client.answer('hint.save', {});
  client.answer('creator.get', makeView());
  client.answer('tag.suggest', { names: [] });
});
afterEach(() => {
  cleanup();
  client.resetClient();
});

test('shows what stands there beside what it is read as, and remembers it when told to', async () => {
  show(hint);
  await screen.findByRole('heading', { name: 'Is this right?' });
  expect(screen.getByText('12.3K <b>')).toBeTruthy();
  expect(screen.getByText('12,300')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Remember this place' }));
  await waitFor(() => expect(client.sentOf('hint.save')).toHaveLength(1));
});

test('what cannot be the field is said why and cannot be remembered; pointing goes on', async () => {
  const { value: _none, ...without } = hint;
  show(without);
  await screen.findByText(/must be one whole number/);
  expect(screen.queryByRole('button', { name: 'Remember this place' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Point again' }));
  await waitFor(() => expect(client.sentOf('hint.point')).toEqual([{ field: 'creator.followers' }]));
});

test.each([
  ['product.price', '1299.00 EUR', '€1,299.00'],
  ['product.rating', '4.6', '4.6'],
  ['creator.bio', 'Clay, slowly.', 'Clay, slowly.'],
] as const)('a value of %s is written in its own way', async (field, value, words) => {
  show({ ...hint, hint: { ...hint.hint, field }, value, raw: 'as it stands' });
  expect(await screen.findByText(words)).toBeTruthy();
});

test('a failure is said', async () => {
  client.refuse('hint.save', 'quota');
  show(hint);
  fireEvent.click(await screen.findByRole('button', { name: 'Remember this place' }));
  await screen.findByText(/disk is full/);
});

test('the card offers to point at what could not be read, where that can be pointed at', async () => {
  const missing = [
    { field: 'followers', reason: 'missing' as const },
    { field: 'emails', reason: 'missing' as const },
  ];
  show({ ...card, missing });
  fireEvent.click(await screen.findByRole('button', { name: 'Point at it: Followers' }));
  await waitFor(() => expect(client.sentOf('hint.point')).toEqual([{ field: 'creator.followers' }]));
  expect(screen.getAllByRole('button', { name: /^Point at it/ })).toHaveLength(1);
});

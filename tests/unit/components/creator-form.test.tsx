// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { CreatorForm } from '../../../components/ui/creator-form.tsx';
import { WordsProvider } from '../../../components/ui/words.ts';
import type { CreatorView } from '../../../utils/domain/creator.ts';
import { common as en } from '../../../utils/i18n/locales/en/common.ts';
import { translateWith } from '../../../utils/i18n/translate.ts';
import { viewOf } from './sample-data.ts';

afterEach(cleanup);

const t = translateWith<typeof en>(en, 'en', 'cross-border');
const onSave = vi.fn(async () => true);
const form = (view: CreatorView, over: Partial<Parameters<typeof CreatorForm>[0]> = {}) => (
  <WordsProvider value={t}>
    <CreatorForm
      view={view}
      suggestions={['US', 'lighting']}
      onSave={onSave}
      pending={false}
      failed={null}
      done={false}
      {...over}
    />
  </WordsProvider>
);
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const type = (label: string, value: string) => fireEvent.input(field(label), { target: { value } });
const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });

test('only what was changed is sent; there is nothing to save before', async () => {
  render(form(viewOf()));
  expect(save().disabled).toBe(true);
  fireEvent.change(field('Status'), { target: { value: 'contacted' } });
  type('Last contact', '2026-03-02');
  await waitFor(() => expect(save().disabled).toBe(false));
  fireEvent.click(save());
  expect(onSave).toHaveBeenLastCalledWith({ status: 'contacted', lastContact: '2026-03-02' });
});

test('an emptied action is taken away with null', async () => {
  render(form(viewOf()));
  type('Next action', '');
  type('Due', '');
  await waitFor(() => expect(save().disabled).toBe(false));
  fireEvent.click(save());
  expect(onSave).toHaveBeenLastCalledWith({ nextAction: null });
});

test('half an action is refused in words and not sent', async () => {
  render(form(viewOf()));
  onSave.mockClear();
  type('Due', '');
  await waitFor(() => expect(save().disabled).toBe(false));
  fireEvent.click(save());
  await screen.findByText(/needs its words and a due day/);
  expect(field('Next action').getAttribute('aria-invalid')).toBe('true');
  expect(onSave).not.toHaveBeenCalled();
});

test('tags: comma and Enter add, doubles in any case do not, the cross takes away', async () => {
  render(form(viewOf()));
  type('Tags', 'Lighting，samples、');
  await screen.findByText('samples');
  expect(screen.queryByText('Lighting')).toBeNull();
  type('Tags', 'US');
  fireEvent.keyDown(field('Tags'), { key: 'Enter' });
  await screen.findByText('US');
  fireEvent.click(screen.getByRole('button', { name: 'Remove lighting' }));
  await waitFor(() => expect(screen.queryByText('lighting')).toBeNull());
  fireEvent.click(save());
  expect(onSave).toHaveBeenLastCalledWith({ tags: ['samples', 'US'] });
});

test('a tag that was typed and not added is not lost when the field is left', async () => {
  render(form(viewOf()));
  type('Tags', 'gift');
  fireEvent.blur(field('Tags'));
  await screen.findByText('gift');
});

test('Enter that ends an input method is not Enter', async () => {
  render(form(viewOf()));
  type('Tags', 'deng');
  await waitFor(() => expect(field('Tags').value).toBe('deng'));
  fireEvent.keyDown(field('Tags'), { key: 'Enter', isComposing: true });
  expect(screen.queryByRole('button', { name: 'Remove deng' })).toBeNull();
});

test('what changes elsewhere shows, except in the field that is being edited', async () => {
  const view = render(form(viewOf()));
  type('Notes', 'My words');
  view.rerender(form(viewOf({ notes: 'Their words', status: 'negotiating' })));
  await waitFor(() => expect(field('Status').value).toBe('negotiating'));
  expect(field('Notes').value).toBe('My words');
});

test('"Saved" stands there only while nothing was changed since', async () => {
  render(form(viewOf(), { done: true }));
  expect(screen.getByText('Saved')).toBeTruthy();
  type('Notes', 'More');
  await waitFor(() => expect(screen.queryByText('Saved')).toBeNull());
});

test('while writing is not allowed nothing is sent, not even by Enter', async () => {
  render(form(viewOf(), { disabled: true }));
  onSave.mockClear();
  type('Notes', 'More');
  expect(save().disabled).toBe(true);
  fireEvent.submit(screen.getByRole('form'));
  expect(onSave).not.toHaveBeenCalled();
});

// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { useLoadedWords } from '../../../components/ui/use-loaded-words.ts';
import type { Language } from '../../../utils/domain/vocabulary.ts';

const load = vi.fn(async (language: Language) => `words of ${language}`);
const other = async (language: Language) => `more words of ${language}`;
const first = { language: 'en', words: 'first words' } as const;

const drawn: string[] = [];
function Words(props: { from?: typeof load; language: Language; first?: typeof first }) {
  const words = useLoadedWords<string>(props.from ?? load, props.language, props.first)?.words ?? 'none';
  drawn.push(words);
  return <p>{words}</p>;
}

afterEach(() => {
  cleanup();
  load.mockClear();
  drawn.length = 0;
});

test('the words of a language are loaded; another language replaces them once its words are there', async () => {
  const { rerender } = render(<Words language="en" />);
  await screen.findByText('words of en');
  rerender(<Words language="zh_TW" />);
  expect(screen.getByText('words of en')).toBeTruthy();
  await screen.findByText('words of zh_TW');
});

test('words that were loaded before stand there from the first picture and are not loaded again', async () => {
  const { rerender } = render(<Words language="en" first={first} />);
  expect(drawn[0]).toBe('first words');
  rerender(<Words language="zh_CN" first={first} />);
  await screen.findByText('words of zh_CN');
  rerender(<Words language="en" first={first} />);
  await screen.findByText('first words');
  expect(load.mock.calls).toEqual([['zh_CN']]);
  expect(drawn).not.toContain('none');
});

test('another loader is asked for the same language too', async () => {
  const { rerender } = render(<Words language="en" />);
  await screen.findByText('words of en');
  rerender(<Words from={vi.fn(other)} language="en" />);
  await screen.findByText('more words of en');
});

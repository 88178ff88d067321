// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { askFirst } from '../../../components/hooks/first-answers.ts';
import { useQuery } from '../../../components/hooks/use-query.ts';
import { fail, ok } from '../../../utils/domain/result.ts';
import * as client from './fake-client.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

const drawn: string[] = [];
function Names() {
  const { state, value, code } = useQuery('tag.suggest', {}, ['creators']);
  const words = `${state} ${value?.names.join() ?? code ?? ''}`;
  drawn.push(words);
  return <p>{words}</p>;
}
const ask = () => askFirst('tag.suggest', {}, ['creators']);

afterEach(() => {
  cleanup();
  client.resetClient();
  drawn.length = 0;
});

test('what was asked and answered before there is a screen stands there from the first picture, asked once', async () => {
  client.answer('tag.suggest', { names: ['first'] });
  await ask();
  render(<Names />);
  await waitFor(() => expect(client.listening()).toBe(1));
  await new Promise((done) => setTimeout(done, 20));
  expect(new Set(drawn)).toEqual(new Set(['ready first']));
  expect(client.sentOf('tag.suggest')).toHaveLength(1);
});

test('one still under way is waited for, not asked again', async () => {
  const done = client.hold('tag.suggest');
  void ask();
  render(<Names />);
  await waitFor(() => expect(screen.getByText('loading')).toBeTruthy());
  done(ok({ names: ['late'] }));
  await screen.findByText('ready late');
  expect(client.sentOf('tag.suggest')).toHaveLength(1);
});

test('one that a change overtook is not shown: the screen asks itself', async () => {
  client.answer('tag.suggest', { names: ['old'] });
  await ask();
  client.answer('tag.suggest', { names: ['new'] });
  client.announce('creators');
  render(<Names />);
  await screen.findByText('ready new');
  expect(drawn).not.toContain('ready old');
  expect(client.listening()).toBe(1);
});

test('it is taken once: after a change the screen asks as ever', async () => {
  client.answer('tag.suggest', { names: ['first'] });
  await ask();
  render(<Names />);
  await waitFor(() => expect(client.listening()).toBe(1));
  client.answer('tag.suggest', { names: ['second'] });
  client.announce('creators');
  await screen.findByText('ready second');
  expect(client.sentOf('tag.suggest')).toHaveLength(2);
});

test('a refusal is shown, and asking again helps', async () => {
  const done = client.hold('tag.suggest');
  void ask();
  render(<Names />);
  done(fail('internal', 'refused in a test'));
  await screen.findByText('failed internal');
  client.answer('tag.suggest', { names: ['well'] });
  client.announce('creators');
  await screen.findByText('ready well');
});

// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok } from '../../../utils/domain/result.ts';
import type { ImportedTemplate } from '../../../utils/messaging/protocol/templates.ts';
import * as client from './fake-client.ts';
import { id } from './sample-data.ts';
import { batchOf, press, serve, serveImports, setUp, show, tearDown, type } from './templates-screen.tsx';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));
beforeEach(() => {
  setUp();
  serveImports();
});
afterEach(tearDown);

const manyLines = (count: number) =>
  Array.from({ length: count }, (_, index) => `Reply number ${index}`).join('\n');
async function begin(count: number) {
  await type('Or paste a list', manyLines(count));
  await press('Check the list');
  await press(`Import ${count.toLocaleString('en')} replies`);
}
const steps = () =>
  client.sentOf('template.import').map((input) => (input.templates as ImportedTemplate[]).length);

test('many come in step by step, each once, also where a step fails and is sent again', async () => {
  serve([]);
  show('#/templates/import');
  const counts = (added: number) => ok({ added, updated: 0, unchanged: 0 });
  const step = client.hold('template.import');
  await begin(1_700);
  await waitFor(() => expect(steps()).toHaveLength(2));
  step(counts(500));
  await waitFor(() => expect(steps()).toHaveLength(3));
  // the second one gets no place on the disk
  step(fail('quota', 'full'));
  step(counts(500));
  await screen.findByText(/The disk is full/);
  await press('Go on');
  await waitFor(() => expect(steps()).toHaveLength(5));
  step(counts(500));
  step(counts(200));
  await screen.findByText('The replies are imported.');
  await screen.findByText('New: 1,700 · changed: 0 · left out: 0');
  expect(steps()).toEqual([500, 500, 500, 500, 200]);
  const ids = client.sentOf('template.import').map(({ operationId }) => operationId);
  expect(ids[3]).toBe(ids[1]);
  expect(new Set(ids).size).toBe(4);
  const titles = client
    .sentOf('template.import')
    .flatMap((input) => (input.templates as ImportedTemplate[]).map(({ details }) => details.title));
  expect(new Set(titles).size).toBe(1_700);
});

test('stopped in the middle nothing more is sent, and what is in can be taken back', async () => {
  serve([]);
  show('#/templates/import');
  const step = client.hold('template.import');
  await begin(3_000);
  await waitFor(() => expect(steps()).toHaveLength(2));
  await press('Stop');
  step(ok({ added: 500, updated: 0, unchanged: 0 }));
  step(ok({ added: 500, updated: 0, unchanged: 0 }));
  await screen.findByText(/^Stopped: /);
  expect(steps()).toEqual([500, 500]);
  expect(client.sentOf('batch.end')).toMatchObject([{ state: 'stopped' }]);
  client.answer('operation.undo', { left: 0, kept: 0 });
  await press('Take the whole import back');
  await screen.findByText('The whole import is taken back.');
  expect(client.sentOf('operation.undo')).toMatchObject([{ undo: id(700) }]);
});

test('an import whose page was closed says how far it came, and one of creators is not among them', async () => {
  serve([]);
  client.answer('batch.list', {
    batches: [
      batchOf({ total: 900, done: 500, created: 500 }),
      batchOf({ id: id(701), kind: 'import', name: 'people.csv', state: 'done' }),
    ],
  });
  show('#/templates/import');
  await screen.findByText(/Interrupted: 500 of 900 rows are in/);
  expect(screen.queryByText('people.csv')).toBeNull();
});

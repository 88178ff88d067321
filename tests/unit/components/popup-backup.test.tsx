// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Popup } from '../../../components/popup/popup.tsx';
import * as client from './fake-client.ts';
import { quietSurroundings } from './popup-surroundings.ts';
import { overviewOf } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

afterEach(() => {
  cleanup();
  client.resetClient();
});

test('a week without a backup is said until there is one, and leads to the page that makes it', async () => {
  client.answer('overview.get', overviewOf({ backupDue: true }));
  const openDashboard = vi.fn();
  render(
    <Popup {...quietSurroundings} browserLanguage="en" openTab={vi.fn()} openDashboard={openDashboard} />,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Back up' }));
  expect(openDashboard).toHaveBeenCalledWith('#/storage');
  client.answer('overview.get', overviewOf({ backupDue: false }));
  client.announce('storage');
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Back up' })).toBeNull());
});

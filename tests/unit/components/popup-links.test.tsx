// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Popup } from '../../../components/popup/popup.tsx';
import * as client from './fake-client.ts';
import { quietSurroundings } from './popup-surroundings.ts';
import { id, overviewOf, tabOf, viewOf } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

const openDashboard = vi.fn();
beforeEach(() => {
  client.answer('overview.get', overviewOf());
  client.answer('tab.read', tabOf({ mark: 'known', creatorId: id(60) }));
  client.answer('creator.get', viewOf());
  client.answer('tag.suggest', { names: [] });
});
afterEach(() => {
  cleanup();
  client.resetClient();
  vi.clearAllMocks();
});

test('the popup leads to the creator list, and from a known creator to everything about them', async () => {
  render(
    <Popup
      {...quietSurroundings}
      browserLanguage="en"
      openTab={() => undefined}
      openDashboard={openDashboard}
    />,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Creator list' }));
  expect(openDashboard).toHaveBeenLastCalledWith('#/creators');
  fireEvent.click(await screen.findByRole('button', { name: 'Details' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Open full page' }));
  expect(openDashboard).toHaveBeenLastCalledWith(`#/creator/${id(60)}`);
});

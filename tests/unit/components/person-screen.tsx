import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { vi } from 'vitest';
// loaded beforehand: the page comes at once, however busy the machine is
import '../../../components/dashboard/person/person-page.tsx';
import { Dashboard } from '../../../components/dashboard/dashboard.tsx';
import type { CreatorView, Observation } from '../../../utils/domain/creator.ts';
import * as client from './fake-client.ts';
import { account, creatorId, personOf, surroundings } from './person-samples.ts';
import { settings } from './sample-data.ts';

/*
 * The page of one creator on a screen without a browser, for its tests.
 */

export const show = (view: CreatorView = personOf(), observations: Observation[] = []) => {
  client.answer('creator.get', view);
  client.answer('creator.history', { series: [{ accountId: account.id, observations }], activities: [] });
  location.hash = `#/creator/${creatorId}`;
  return render(<Dashboard {...surroundings} />);
};
export const button = (name: string | RegExp) => screen.findByRole<HTMLButtonElement>('button', { name });
export const press = async (name: string | RegExp) => fireEvent.click(await button(name));
export const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
/** Enter in a field, after the page has taken in what was typed. */
export const submit = async (label: string) => {
  await act(() => undefined);
  fireEvent.submit(field(label).form as HTMLFormElement);
};
export const type = (label: string, value: string) => fireEvent.input(field(label), { target: { value } });

export function setUp() {
  client.answer('settings.get', settings);
  client.answer('tag.suggest', { names: [] });
  client.answer('creator.update', personOf());
}
export function tearDown() {
  cleanup();
  client.resetClient();
  vi.clearAllMocks();
  location.hash = '';
}

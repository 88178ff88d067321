// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok } from '../../../utils/domain/result.ts';
import * as client from './fake-client.ts';
import { contact, creatorId, personOf, surroundings, unreadAccount } from './person-samples.ts';
import { button, field, press, setUp, show, submit, tearDown, type } from './person-screen.tsx';
import { id } from './sample-data.ts';

vi.mock('../../../utils/messaging/client.ts', () => import('./fake-client.ts'));

beforeEach(setUp);
afterEach(tearDown);

const mail = contact(80, 'email', 'mara@lind.example', { inferred: true });

test('a contact is copied by one press, also where the clipboard refuses', async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  show(personOf({ contacts: [mail, contact(81, 'link', 'javascript:alert(3)')] }));
  await press(/^mara@lind\.example/);
  await button('mara@lind.example Copied');
  expect(writeText).toHaveBeenCalledWith('mara@lind.example');
  expect(screen.getByText(/pieced together/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Write e-mail' }).getAttribute('href')).toBe(
    'mailto:mara@lind.example',
  );

  writeText.mockRejectedValue(new Error('no permission'));
  document.execCommand = vi.fn(() => false);
  await press(/^javascript:/);
  await waitFor(() => expect(screen.getAllByText(/copy it by hand/).length).toBeGreaterThan(0));
  vi.unstubAllGlobals();
});

test('contacts are added, corrected and removed, each with undo', async () => {
  client.answer('contact.save', personOf());
  client.answer('contact.remove', {});
  show(personOf({ contacts: [mail] }));
  await press('Add a contact');
  type('Address or number', '+47 912 34 567');
  // the text says what it is
  await waitFor(() => expect(field('Kind').value).toBe('phone'));
  await submit('Address or number');
  await screen.findAllByText('+47 912 34 567 saved');
  expect(client.sentOf('contact.save')[0]).toMatchObject({
    creatorId,
    kind: 'phone',
    value: '+47 912 34 567',
  });
  expect(client.sentOf('contact.save')[0]).not.toHaveProperty('contactId');

  await press('Change mara@lind.example');
  client.refuse('contact.save', 'invalid');
  type('Address or number', 'elsewhere@lind.example');
  await submit('Address or number');
  await screen.findByText(/in the list already/);
  expect(client.sentOf('contact.save')[1]).toMatchObject({ contactId: id(80), kind: 'email' });
  await press('Cancel');

  await press('Remove mara@lind.example');
  await screen.findAllByText('mara@lind.example removed');
  expect(await button('Undo')).toBeTruthy();
  // its row is gone, the focus is not
  expect(document.activeElement).toBe(await button('Add a contact'));
});

test('a profile is added by its address; whose it is decides what a refusal says', async () => {
  client.refuse('account.add', 'invalid');
  show();
  await screen.findByLabelText('Address of the profile');
  type('Address of the profile', 'not an address');
  await submit('Address of the profile');
  await screen.findByText(/not a web address/);
  type('Address of the profile', 'weibo.com/mara');
  await submit('Address of the profile');
  await screen.findByText(/belongs to another creator/);
  expect(client.sentOf('account.add')[0]).toMatchObject({
    creatorId,
    account: { platform: 'weibo', handle: 'mara', url: 'https://weibo.com/mara' },
  });
});

test('a profile of an unknown platform is added once it is said whose it is', async () => {
  client.answer('account.add', unreadAccount);
  show();
  await screen.findByLabelText('Address of the profile');
  type('Address of the profile', 'https://www.pinterest.com/maralind');
  await submit('Address of the profile');
  await screen.findByText(/was not recognised/);
  expect(client.sentOf('account.add')).toEqual([]);
  fireEvent.change(field('Platform'), { target: { value: 'pinterest' } });
  type('Handle', '@maralind');
  await waitFor(() => expect(field('Handle').value).toBe('@maralind'));
  await submit('Handle');
  await screen.findAllByText('Pinterest @maralind added');
  expect(client.sentOf('account.add')[0]).toMatchObject({
    account: { platform: 'pinterest', handle: 'maralind' },
  });
});

test('erasing needs a step of its own, says what it cannot reach, and leads back to the list', async () => {
  const done = client.hold('person.erase');
  show(personOf({}, { doNotContact: true }));
  await press('Erase this person');
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/tables and backups you saved earlier/)).toBeTruthy();
  const erase = dialog.getByRole<HTMLButtonElement>('button', { name: 'Erase for good' });
  expect(erase.disabled).toBe(true);
  // who must not be contacted does not want to be here again either
  expect(dialog.getByRole<HTMLInputElement>('checkbox', { name: /Never store/ }).checked).toBe(true);
  fireEvent.click(dialog.getByRole('checkbox', { name: /I am sure/ }));
  await waitFor(() => expect(erase.disabled).toBe(false));
  fireEvent.click(erase);
  await waitFor(() => expect(client.sentOf('person.erase')[0]).toMatchObject({ creatorId, suppress: true }));
  // the change is told before the answer comes
  client.refuse('creator.get', 'not-found');
  client.announce('creators');
  done(ok({ records: 7 }));
  const said = (await screen.findAllByText(/^Erased, and not to be stored again/))[0];
  expect(said?.textContent).not.toContain('Mara');
  expect(location.hash).toBe('#/creators');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('an erase that failed stays where it is and says so', async () => {
  const done = client.hold('person.erase');
  show();
  await press('Erase this person');
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole<HTMLInputElement>('checkbox', { name: /Never store/ }).checked).toBe(false);
  fireEvent.click(dialog.getByRole('checkbox', { name: /I am sure/ }));
  const erase = dialog.getByRole<HTMLButtonElement>('button', { name: 'Erase for good' });
  await waitFor(() => expect(erase.disabled).toBe(false));
  fireEvent.click(erase);
  done(fail('quota', 'full'));
  await dialog.findByText(/The disk is full/);
  expect(location.hash).toBe(`#/creator/${creatorId}`);
});

test('everything about a person becomes one readable file', async () => {
  client.answer('person.export', { stores: { creators: [{ displayName: 'Mara Lind' }] } });
  show(personOf({}, { displayName: '../Mara: 灯' }));
  await press('Save everything as a file');
  await waitFor(() => expect(surroundings.saveFile).toHaveBeenCalledOnce());
  const [name, blob] = vi.mocked(surroundings.saveFile).mock.calls[0] ?? [];
  expect(name).toMatch(/^deckhand-Mara-灯-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse((await blob?.text()) ?? '')).toMatchObject({
    format: 'deckhand-person',
    stores: { creators: [{ displayName: 'Mara Lind' }] },
  });
});

import type { Words } from '../../translate.ts';
import type { person as en } from '../en/person.ts';

export const person: Words<typeof en> = {
  person_title: '網紅',
};

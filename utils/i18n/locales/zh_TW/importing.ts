import type { Words } from '../../translate.ts';
import type { importing as en } from '../en/importing.ts';

export const importing: Words<typeof en> = {
  importing_title: '匯入',
};

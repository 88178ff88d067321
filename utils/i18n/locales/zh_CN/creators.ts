import type { Words } from '../../translate.ts';
import type { creators as en } from '../en/creators.ts';

export const creators: Words<typeof en> = {
  creators_title: '{creator}库',
};

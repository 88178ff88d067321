import type { Words } from '../../translate.ts';
import type { storage as en } from '../en/storage.ts';

export const storage: Words<typeof en> = {
  storage_title: '备份与存储',
};

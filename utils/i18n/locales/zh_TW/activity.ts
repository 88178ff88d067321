import type { Words } from '../../translate.ts';
import type { activity as en } from '../en/activity.ts';

export const activity: Words<typeof en> = {
  activity_title: '操作紀錄',
};

import { queue } from '../../../utils/i18n/locales/zh_TW/queue.ts';

export const words = { ...queue };

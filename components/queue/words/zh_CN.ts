import { queue } from '../../../utils/i18n/locales/zh_CN/queue.ts';

export const words = { ...queue };

import { queue } from '../../../utils/i18n/locales/en/queue.ts';

export const words = { ...queue };

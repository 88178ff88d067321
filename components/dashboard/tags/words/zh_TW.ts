import { queue } from '../../../../utils/i18n/locales/zh_TW/queue.ts';
import { tags } from '../../../../utils/i18n/locales/zh_TW/tags.ts';
import { tagset } from '../../../../utils/i18n/locales/zh_TW/tagset.ts';

export const words = { ...queue, ...tagset, ...tags };

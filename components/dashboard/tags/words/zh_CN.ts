import { queue } from '../../../../utils/i18n/locales/zh_CN/queue.ts';
import { tags } from '../../../../utils/i18n/locales/zh_CN/tags.ts';
import { tagset } from '../../../../utils/i18n/locales/zh_CN/tagset.ts';

export const words = { ...queue, ...tagset, ...tags };

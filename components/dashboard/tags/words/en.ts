import { queue } from '../../../../utils/i18n/locales/en/queue.ts';
import { tags } from '../../../../utils/i18n/locales/en/tags.ts';
import { tagset } from '../../../../utils/i18n/locales/en/tagset.ts';

export const words = { ...queue, ...tagset, ...tags };

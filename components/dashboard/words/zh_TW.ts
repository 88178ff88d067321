import { activity } from '../../../utils/i18n/locales/zh_TW/activity.ts';
import { common } from '../../../utils/i18n/locales/zh_TW/common.ts';
import { creators } from '../../../utils/i18n/locales/zh_TW/creators.ts';
import { dashboard } from '../../../utils/i18n/locales/zh_TW/dashboard.ts';
import { importing } from '../../../utils/i18n/locales/zh_TW/importing.ts';
import { person } from '../../../utils/i18n/locales/zh_TW/person.ts';
import { sites } from '../../../utils/i18n/locales/zh_TW/sites.ts';
import { storage } from '../../../utils/i18n/locales/zh_TW/storage.ts';

export const words = {
  ...common,
  ...dashboard,
  ...creators,
  ...person,
  ...importing,
  ...storage,
  ...sites,
  ...activity,
};

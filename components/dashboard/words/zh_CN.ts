import { activity } from '../../../utils/i18n/locales/zh_CN/activity.ts';
import { common } from '../../../utils/i18n/locales/zh_CN/common.ts';
import { creators } from '../../../utils/i18n/locales/zh_CN/creators.ts';
import { dashboard } from '../../../utils/i18n/locales/zh_CN/dashboard.ts';
import { importing } from '../../../utils/i18n/locales/zh_CN/importing.ts';
import { person } from '../../../utils/i18n/locales/zh_CN/person.ts';
import { sites } from '../../../utils/i18n/locales/zh_CN/sites.ts';
import { storage } from '../../../utils/i18n/locales/zh_CN/storage.ts';

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

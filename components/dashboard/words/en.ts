import { activity } from '../../../utils/i18n/locales/en/activity.ts';
import { common } from '../../../utils/i18n/locales/en/common.ts';
import { creators } from '../../../utils/i18n/locales/en/creators.ts';
import { dashboard } from '../../../utils/i18n/locales/en/dashboard.ts';
import { importing } from '../../../utils/i18n/locales/en/importing.ts';
import { person } from '../../../utils/i18n/locales/en/person.ts';
import { sites } from '../../../utils/i18n/locales/en/sites.ts';
import { storage } from '../../../utils/i18n/locales/en/storage.ts';

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

import { templates } from '../../../../utils/i18n/locales/zh_TW/templates.ts';
import { usage } from '../../../../utils/i18n/locales/zh_TW/usage.ts';
import { variables } from '../../../../utils/i18n/locales/zh_TW/variables.ts';

export const words = { ...templates, ...variables, ...usage };

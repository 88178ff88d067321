import { templates } from '../../../../utils/i18n/locales/zh_CN/templates.ts';
import { usage } from '../../../../utils/i18n/locales/zh_CN/usage.ts';
import { variables } from '../../../../utils/i18n/locales/zh_CN/variables.ts';

export const words = { ...templates, ...variables, ...usage };

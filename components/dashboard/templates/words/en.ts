import { templates } from '../../../../utils/i18n/locales/en/templates.ts';
import { usage } from '../../../../utils/i18n/locales/en/usage.ts';
import { variables } from '../../../../utils/i18n/locales/en/variables.ts';

export const words = { ...templates, ...variables, ...usage };

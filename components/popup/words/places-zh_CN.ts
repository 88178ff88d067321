import { places } from '../../../utils/i18n/locales/zh_CN/places.ts';

export const words = { ...places };

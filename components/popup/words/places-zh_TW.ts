import { places } from '../../../utils/i18n/locales/zh_TW/places.ts';

export const words = { ...places };

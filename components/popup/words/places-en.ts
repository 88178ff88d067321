import { places } from '../../../utils/i18n/locales/en/places.ts';

export const words = { ...places };

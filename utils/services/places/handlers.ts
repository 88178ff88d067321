import {
  addPlace,
  listPlaces,
  markPlaceLookedAt,
  movePlace,
  removePlace,
  renamePlace,
} from './edit-places.ts';

import { placeHere } from './place-here.ts';

/** What answers the messages about: saved places. Part of the one list in `services/handlers.ts`. */
export const placeHandlers = {
  'place.list': listPlaces,
  'place.here': placeHere,
  'place.add': addPlace,
  'place.rename': renamePlace,
  'place.move': movePlace,
  'place.remove': removePlace,
  'place.looked': markPlaceLookedAt,
};

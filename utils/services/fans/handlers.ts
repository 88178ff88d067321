import { addPointsByHand, noteThanked } from './edit-fan.ts';
import { fansOf, listFanPoints, listFans } from './list-fans.ts';
import { listSpam, noteSpamDone } from './list-spam.ts';

/** What answers the messages about: fans and spam. Part of the one list in `services/handlers.ts`. */
export const fanHandlers = {
  'fan.list': listFans,
  'fan.of': fansOf,
  'fan.points': listFanPoints,
  'fan.thanked': noteThanked,
  'fan.add-points': addPointsByHand,
  'spam.list': listSpam,
  'spam.done': noteSpamDone,
};

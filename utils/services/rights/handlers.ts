import { editRights, noteAnswer, noteAsked, removeRights, revoke } from './change-rights.ts';
import { getCrop, pictureOfTab, removeCrop, rightsOnScreen } from './crops.ts';
import { getRights, listRights, rightsOfItem } from './list-rights.ts';
import { rightsHere } from './rights-here.ts';

/** What answers the messages about UGC and rights. Part of the one list in `services/handlers.ts`. */
export const rightsHandlers = {
  'rights.list': listRights,
  'rights.get': getRights,
  'rights.of-item': rightsOfItem,
  'rights.here': rightsHere,
  'rights.asked': noteAsked,
  'rights.answer': noteAnswer,
  'rights.revoke': revoke,
  'rights.edit': editRights,
  'rights.remove': removeRights,
  'rights.crop': getCrop,
  'rights.remove-crop': removeCrop,
  'rights.on-screen': rightsOnScreen,
  'rights.picture': pictureOfTab,
};

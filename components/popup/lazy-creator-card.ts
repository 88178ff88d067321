import { lazy } from '../ui/lazy.tsx';

/** `CreatorCard`, whose form is loaded when somebody opens the details: the popup opens without it. */
export const LazyCreatorCard = lazy(async () => (await import('./creator-card.tsx')).CreatorCard, 6);

import type { Initiative } from './api/initiatives.js';

/** While co-proposers are asked: as many stand behind it as it takes, and somebody does. */
export const isConfirmed = ({ state, coProposers, scheme }: Initiative): boolean =>
  state === 'confirming' && coProposers.length > 0 && coProposers.length >= (scheme?.coProposers.min ?? 0);

import { lazy } from 'react';
import { useHydrated } from '../../../lib/use-hydrated.js';
import { Optional } from '../../../ui/optional.js';
import type { FollowProps } from '../api/follows.js';

// Nobody comes to a page to follow it: the button comes after what one reads.
const FollowButton = lazy(() => import('./follow-button.js'));

/** To hear of what happens here. */
export function Follow(props: FollowProps) {
  const awake = useHydrated();
  return (
    <span className="mv-follow">
      {awake && (
        <Optional>
          <FollowButton key={props.id} {...props} />
        </Optional>
      )}
    </span>
  );
}

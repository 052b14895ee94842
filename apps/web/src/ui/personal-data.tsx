import { lazy } from 'react';
import type { PersonalDataProps } from './personal-data-helper.js';
import { Optional } from './optional.js';

// What it looks for is known to those who write; those who read never fetch it.
const Helper = lazy(() => import('./personal-data-helper.js'));

/** Below a field whose text everyone will read: marks what tells too much of a person, and offers to take it out. */
export function PersonalData(props: PersonalDataProps) {
  if (props.value.trim() === '') return null;
  return (
    <Optional>
      <Helper {...props} />
    </Optional>
  );
}

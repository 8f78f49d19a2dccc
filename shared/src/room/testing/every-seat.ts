import { capacities } from '../../permissions.js';
import { places } from '../event.js';

/** Every capacity, with and without a staff role, at every place. */
export const everySeat = capacities.flatMap((capacity) =>
  [true, false].flatMap((staff) => places.map((place) => ({ capacity, staff, place }))),
);

import type { CheckInInView } from '@rejoin/shared';

export interface FieldProps {
  mine: CheckInInView['mine'];
  onAnswer: (given: number | string) => void;
}

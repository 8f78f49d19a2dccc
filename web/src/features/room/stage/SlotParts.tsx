import { Suspense } from 'react';
import { useViewPart } from '../state/viewPart';
import type { SlotPart } from './slots';

interface Props<PartProps extends object> {
  of: readonly SlotPart<PartProps>[];
  props: PartProps;
}

/** What has been put into a slot, for those it is meant for. */
export function SlotParts<PartProps extends object>({ of, props }: Props<PartProps>) {
  const staff = useViewPart((view) => view.me.staff);
  return of.map(({ Part, only }, index) =>
    only && (only === 'staff') !== staff ? null : (
      <Suspense key={index} fallback={null}>
        <Part {...props} />
      </Suspense>
    ),
  );
}

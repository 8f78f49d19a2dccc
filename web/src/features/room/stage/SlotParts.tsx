import { Suspense } from 'react';
import { Covered } from '../../../ui/Covered';
import { useViewPart } from '../state/viewPart';
import type { SlotPart } from './slots';

interface Props<PartProps extends object> {
  of: readonly SlotPart<PartProps>[];
  props: PartProps;
}

/** What has been put into a slot, for those it is meant for. */
export function SlotParts<PartProps extends object>({ of, props }: Props<PartProps>) {
  const staff = useViewPart((view) => view.me.staff);
  return of.map(({ Part, only, covers }, index) =>
    only && (only === 'staff') !== staff ? null : (
      <Suspense key={index} fallback={null}>
        {covers ? (
          <Covered text="Something for you is covered while you share." small>
            <Part {...props} />
          </Covered>
        ) : (
          <Part {...props} />
        )}
      </Suspense>
    ),
  );
}

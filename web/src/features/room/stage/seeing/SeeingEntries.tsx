import { useStage } from '../stageContext';
import { MenuRow } from '../menu/Menu';
import { MenuItem } from '../menu/MenuItem';
import { layouts, receives, selfViews } from './seeing';
import { seeingWords } from './words';

/** Layout, own picture and what is received: three rows of three. */
export function SeeingEntries() {
  const { layout, selfView, receive, choose } = useStage().seeing;
  return (
    <>
      <MenuRow label={seeingWords.layout.title}>
        {layouts.map((one) => (
          <MenuItem
            key={one}
            kind="choice"
            label={seeingWords.layout[one]}
            checked={one === layout}
            staysOpen
            onClick={() => choose({ layout: one })}
          />
        ))}
      </MenuRow>
      <MenuRow label={seeingWords.selfView.title}>
        {selfViews.map((one) => (
          <MenuItem
            key={one}
            kind="choice"
            label={seeingWords.selfView[one]}
            checked={one === selfView}
            staysOpen
            onClick={() => choose({ selfView: one })}
          />
        ))}
      </MenuRow>
      <MenuRow label={seeingWords.receive.title}>
        {receives.map((one) => (
          <MenuItem
            key={one}
            kind="choice"
            label={seeingWords.receive[one]}
            checked={one === receive}
            staysOpen
            onClick={() => choose({ receive: one })}
          />
        ))}
      </MenuRow>
    </>
  );
}

import { IconDotsVertical, IconPinned, IconPinnedOff } from '@tabler/icons-react';
import { Menu } from '../menu/Menu';
import { MenuItem } from '../menu/MenuItem';
import { useMenu } from '../menu/useMenu';
import { SlotParts } from '../SlotParts';
import { tileEntries } from '../slots';
import { usePin } from './pinContext';
import classes from './Seeing.module.css';
import { seeingWords } from './words';

interface Props {
  seatId: string;
  name: string;
  pinned: boolean;
}

/** What one can do about one person. */
export function TileMenu({ seatId, name, pinned }: Props) {
  const { isOpen, anchor, toggle, close } = useMenu();
  const pin = usePin();
  const label = seeingWords.choicesFor(name);
  return (
    <>
      <button
        type="button"
        ref={anchor}
        className={classes.tileButton}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        data-open={isOpen || undefined}
        onClick={isOpen ? close : toggle}
      >
        <IconDotsVertical size={20} aria-hidden />
      </button>
      {isOpen && (
        <Menu label={label} anchor={anchor} onClose={close}>
          <MenuItem
            icon={pinned ? IconPinnedOff : IconPinned}
            label={pinned ? seeingWords.unpin : seeingWords.pin}
            shortcut="p"
            onClick={() => pin(seatId)}
          />
          <SlotParts of={tileEntries} props={{ seatId }} />
        </Menu>
      )}
    </>
  );
}

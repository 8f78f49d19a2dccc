import { IconDots } from '@tabler/icons-react';
import { ControlButton } from '../ControlButton';
import { SlotParts } from '../SlotParts';
import { menuGroups } from '../slots';
import { Menu, MenuGroup } from './Menu';
import { useMenu } from './useMenu';

/** Everything that is not needed every minute. */
export function MoreMenu() {
  const { isOpen, anchor, toggle, close } = useMenu();
  return (
    <>
      <ControlButton icon={IconDots} name="More" ref={anchor} pressed={isOpen} opens="menu" onClick={isOpen ? close : toggle} />
      {isOpen && (
        <Menu label="More" anchor={anchor} onClose={close}>
          {menuGroups.map(({ title, parts }) => (
            <MenuGroup key={title} title={title}>
              <SlotParts of={parts} props={{}} />
            </MenuGroup>
          ))}
        </Menu>
      )}
    </>
  );
}

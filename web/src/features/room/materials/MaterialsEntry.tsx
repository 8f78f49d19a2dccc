import { IconFiles } from '@tabler/icons-react';
import { shareWords as words } from '../../../lib/shareWords';
import { MenuItem } from '../stage/menu/MenuItem';
import { useStage } from '../stage/stageContext';
import { useRoom } from '../state/roomContext';
import { useSeenMaterials } from './seen';

export function MaterialsEntry() {
  const { sessionId, view } = useRoom();
  const { togglePanel } = useStage();
  const seen = useSeenMaterials(sessionId);
  const fresh = view.me.staff ? 0 : Object.keys(view.materials).filter((textId) => !seen.has(textId)).length;
  return (
    <MenuItem
      icon={IconFiles}
      label={view.me.staff ? 'Worksheets and links' : words.panel}
      sign={fresh}
      onClick={() => togglePanel('materials')}
    />
  );
}

import { announce } from '../../../lib/announce';
import { wishWords } from '../../../lib/wishWords';
import panel from '../panels/Panel.module.css';
import { useStage } from '../stage/stageContext';
import { WishForm } from './WishForm';

export function WishPanel() {
  const { closePanel } = useStage();
  const done = () => {
    announce(wishWords.saved);
    closePanel();
  };
  return (
    <div className={panel.body}>
      <WishForm onDone={done} />
    </div>
  );
}

import { blockedWords, systemWords } from '../../../lib/checkWords';
import { browserFamily } from '../../../lib/browserFamily';
import classes from './DeviceCheck.module.css';

/** How to allow camera and microphone in the very browser that this is. */
export function BlockedSteps() {
  const family = browserFamily();
  const system = systemWords[family];
  return (
    <>
      <ol className={classes.steps}>
        {blockedWords[family].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {system && <p className={classes.system}>{system}</p>}
    </>
  );
}

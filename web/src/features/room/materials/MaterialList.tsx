import { ActionIcon } from '@mantine/core';
import { IconFileText, IconLink, IconPhoto, IconX } from '@tabler/icons-react';
import { shareWords as words } from '../../../lib/shareWords';
import { TimeText } from '../../../ui/TimeText';
import { useRoom } from '../state/roomContext';
import classes from './Materials.module.css';
import { addressOf, kindWords, type Listed, listed } from './materials';

const icons = { link: IconLink, pdf: IconFileText, png: IconPhoto, jpeg: IconPhoto } as const;

/** What staff shared; everything opens beside the room, which goes on. */
export function MaterialList() {
  const { view } = useRoom();
  const all = listed(view.materials);
  return (
    <ul className={classes.list}>
      {all.map((one) => (
        <Row key={one.textId} one={one} />
      ))}
    </ul>
  );
}

function Row({ one }: { one: Listed }) {
  const { sessionId, view, commands } = useRoom();
  const KindIcon = icons[one.kind];
  const address = addressOf(sessionId, one);
  const remove = { type: 'material.remove', textId: one.textId } as const;
  return (
    <li className={classes.row}>
      <a className={classes.open} href={address} target="_blank" rel="noopener noreferrer" title={words.opensTab}>
        <KindIcon className={classes.icon} size={24} stroke={1.75} aria-hidden />
        <span className={classes.words}>
          <span className={classes.title}>{one.title}</span>
          <span className={classes.hint}>
            {kindWords[one.kind]}
            {one.url && `, ${new URL(one.url).host}`} · {one.name}, <TimeText at={one.at} style="time" />
          </span>
        </span>
        {one.kind !== 'pdf' && one.kind !== 'link' && <img className={classes.picture} src={address} alt="" loading="lazy" />}
      </a>
      {view.me.staff && (
        <ActionIcon
          size="xl"
          variant="subtle"
          color="gray"
          aria-label={`Take ${one.title} out`}
          loading={commands.isRunning(remove)}
          onClick={() => commands.run(remove)}
        >
          <IconX size={20} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

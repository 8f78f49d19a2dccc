import { Button, Select, Switch } from '@mantine/core';
import { changeEpisode, type Episode, listPatients, listPrograms, readPatient } from '@rejoin/shared';
import { useState } from 'react';
import { announce } from '../../lib/announce';
import { dateName } from '../../lib/days';
import { may, useMe } from '../../lib/me';
import { useCall, useCommand } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { CareTeam } from './CareTeam';
import { EndEpisode } from './EndEpisode';
import { LevelSteps } from './LevelSteps';
import classes from './People.module.css';
import { part2Words } from './personForm';

/** A stay in a program: its level of care, its cohort, who cares. */
export function EpisodeSection({ episode }: { episode: Episode }) {
  const me = useMe();
  const programs = useCall(listPrograms);
  const program = programs.data?.find(({ id }) => id === episode.programId);
  const [ending, setEnding] = useState(false);
  const changeable = may(me, 'episode.change') && episode.closedOn === null;
  const since = `Since ${dateName(episode.openedOn)}`;
  return (
    <Section
      title={program?.name ?? me.programs.find(({ id }) => id === episode.programId)?.name ?? 'Episode of care'}
      description={episode.closedOn ? `${dateName(episode.openedOn)} to ${dateName(episode.closedOn)}. ${episode.closedReason}` : since}
      actions={episode.closedOn ? <StatusBadge>Ended</StatusBadge> : <StatusBadge tone="good">In care</StatusBadge>}
    >
      <LevelSteps episode={episode} changeable={changeable} />
      <CareTeam episode={episode} changeable={may(me, 'careTeam.change') && episode.closedOn === null} />
      {(changeable || episode.part2) && <Settings episode={episode} cohorts={program?.cohorts ?? []} changeable={changeable} />}
      {changeable && (
        <div className={classes.part}>
          <Button variant="subtle" color="red" size="sm" onClick={() => setEnding(true)}>
            End this episode of care…
          </Button>
          {ending && <EndEpisode episode={episode} onClose={() => setEnding(false)} />}
        </div>
      )}
    </Section>
  );
}

interface SettingsProps {
  episode: Episode;
  cohorts: readonly { id: string; name: string; archived: boolean }[];
  changeable: boolean;
}

function Settings({ episode, cohorts, changeable }: SettingsProps) {
  const command = useCommand(changeEpisode, { refresh: [readPatient, listPatients], onDone: () => announce('Saved.') });
  const offered = cohorts.filter((cohort) => !cohort.archived || cohort.id === episode.cohortId);
  const send = (body: { cohortId?: string | null; part2?: boolean }) => command.run({ params: { episodeId: episode.id }, body });
  return (
    <div className={classes.part}>
      <h3 className={classes.partTitle}>Cohort and privacy</h3>
      <div className={classes.edit}>
        <Select
          maw="20rem"
          label="Cohort"
          placeholder="No cohort"
          clearable
          clearButtonProps={{ 'aria-label': 'No cohort' }}
          disabled={!changeable || command.running}
          data={offered.map(({ id, name }) => ({ value: id, label: name }))}
          value={episode.cohortId}
          onChange={(cohortId) => send({ cohortId })}
        />
        <Switch
          label="42 CFR Part 2 protects this record"
          description={part2Words}
          disabled={!changeable || command.running}
          checked={episode.part2}
          onChange={(event) => send({ part2: event.currentTarget.checked })}
        />
        <ErrorNote error={command.error} />
      </div>
    </div>
  );
}

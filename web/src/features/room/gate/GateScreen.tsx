import type { Gate } from '@rejoin/shared';
import { useEffect, useRef, useState } from 'react';
import { gateWords } from '../../../lib/patientWords';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Loaded } from '../../../ui/Loaded';
import { Circle } from '../screens/Circle';
import { Frame } from '../screens/Frame';
import { LineNotice } from '../screens/LineNotice';
import { SessionLine } from '../screens/SessionLine';
import { useRoom } from '../state/roomContext';
import { DrivingPage } from './DrivingPage';
import { CheckPage } from './CheckPage';
import { LicencePage } from './LicencePage';
import { NumberPage } from './NumberPage';
import { OverheardPage } from './OverheardPage';
import { PlacePage } from './PlacePage';
import { DeclinedPage, SignPage } from './SignPage';
import { type GatePage, pageOf } from './steps';
import { type UsedGate, useGate } from './useGate';

const titles: Record<GatePage, string> = {
  place: gateWords.place.title,
  overheard: gateWords.overheard.title,
  number: gateWords.number.title,
  driving: gateWords.driving.title,
  check: gateWords.title,
  sign: gateWords.title,
  declined: gateWords.declined.title,
  licence: gateWords.licence.title,
  done: gateWords.title,
};

interface Props {
  /** Goes in as soon as everything is answered; else the page that is shown says what comes next. */
  goesIn: boolean;
}

/** One page before the waiting room: what was said last time, and one press; only what changed is asked again. */
export function GateScreen({ goesIn }: Props) {
  const { view, sessionId } = useRoom();
  const used = useGate(sessionId);
  const { gate } = view.me;
  const news = `${gate?.step} ${gate?.refusal}`;
  const { refetch } = used.query;
  const seen = useRef(news);
  useEffect(() => {
    // Somebody else changed something: a supervisor's word, or a consent taken back elsewhere.
    if (seen.current !== news) void refetch();
    seen.current = news;
  }, [news, refetch]);
  const gateData = used.query.data;
  const [editing, setEditing] = useState<'place' | 'overheard' | 'number' | null>(null);
  const page = gateData ? (editing ?? pageOf(gateData)) : null;
  useFocusOnPage(page);
  useGoingIn(gateData, goesIn);
  return (
    <Frame picture={<Circle where="coming" />} above={<SessionLine />} title={page ? titles[page] : gateWords.title} phone={view.phone}>
      <Loaded query={used.query}>
        {(data) => page && <OnePage page={page} data={data} used={used} isChange={editing !== null} goesIn={goesIn} onEdit={setEditing} />}
      </Loaded>
      <ErrorNote error={used.error} />
      <LineNotice />
    </Frame>
  );
}

/** Each page of the gate is read out by its heading. */
function useFocusOnPage(page: GatePage | null): void {
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current && shown.current !== page) document.querySelector<HTMLElement>('[data-page-heading]')?.focus({ preventScroll: true });
    shown.current = page;
  }, [page]);
}

/** Whoever has answered all is on the way in: nothing more to press. */
function useGoingIn(gate: Gate | undefined, goesIn: boolean): void {
  const { device, commands, media, view } = useRoom();
  const { run } = commands;
  const isReady = goesIn && gate?.gate.passed === true && view.me.gate?.passed === true && view.me.place !== 'waiting';
  const went = useRef(false);
  useEffect(() => {
    if (!isReady || went.current) return;
    went.current = true;
    media.enterMuted();
    run({ type: 'arrive', device, stayHere: false });
  }, [isReady, media, run, device]);
}

interface PageProps {
  page: GatePage;
  data: Gate;
  used: UsedGate;
  isChange: boolean;
  goesIn: boolean;
  onEdit: (line: 'place' | 'overheard' | 'number' | null) => void;
}

function OnePage({ page, data, used, isChange, goesIn, onEdit }: PageProps) {
  const form = { data, used, onDone: () => onEdit(null), onBack: isChange ? () => onEdit(null) : undefined };
  switch (page) {
    case 'place':
      return <PlacePage {...form} />;
    case 'overheard':
      return <OverheardPage {...form} />;
    case 'number':
      return <NumberPage {...form} />;
    case 'driving':
      return <DrivingPage used={used} />;
    case 'check':
    case 'done':
      return <CheckPage data={data} used={used} onEdit={onEdit} done={page === 'done' ? (goesIn ? 'goIn' : 'kept') : null} />;
    case 'sign':
      return <SignPage data={data} used={used} />;
    case 'declined':
      return <DeclinedPage used={used} />;
    case 'licence':
      return <LicencePage onElsewhere={() => onEdit('place')} />;
  }
}

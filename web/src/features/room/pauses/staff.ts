export { BreakCard } from './BreakCard';
export { BreakEntries } from './BreakEntries';
export { MinuteCards } from './MinuteCards';
export { MinuteMark } from './MinuteMark';

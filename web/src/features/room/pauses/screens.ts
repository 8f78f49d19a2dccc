export { BreakScreen } from './BreakScreen';
export { MinuteScreen } from './MinuteScreen';

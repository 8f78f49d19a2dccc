import { useLocalStorage } from '@mantine/hooks';

/** Whether one sees oneself: a wish of the person, so it is kept on this device. */
export function useSelfView(): [boolean, (shown: boolean) => void] {
  const [shown, setShown] = useLocalStorage({ key: 'rejoin-self-view', defaultValue: true, getInitialValueInEffect: false });
  return [shown, setShown];
}

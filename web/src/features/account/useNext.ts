import { useNavigate, useSearchParams } from 'react-router';
import { forgetEverything } from '../../lib/auth';
import { safeNext } from './safeNext';

export function useNext() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const next = safeNext(search.get('next'));
  const query = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
  return {
    next,
    /** To carry the goal along to another page of the sign-in. */
    query,
    /** To the goal, or by another page of ours that leads there. */
    goOn: (by?: string) => {
      forgetEverything();
      void navigate(by ?? next, { replace: true });
    },
  };
}

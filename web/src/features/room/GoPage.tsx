import { Navigate, useParams } from 'react-router';

/** From the link in a mail to the room. */
export function GoPage() {
  const { sessionId = '' } = useParams();
  return <Navigate to={`/sessions/${sessionId}/room`} replace />;
}

import { useEffect, useState } from 'preact/hooks';
import type { PageState, Session } from '../session';

/** The page's state, drawn again whenever it changes. */
export function useSession(session: Session): PageState {
  const [, redraw] = useState(0);
  useEffect(() => session.watch(() => redraw((n) => n + 1)), [session]);
  return session.state;
}

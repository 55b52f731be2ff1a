import { useEffect } from 'preact/hooks';
import type { DealDesk } from './dealDesk';

const GLANCE_MS = 3_000;
/** While the sheet does not answer, it is asked less often. */
const LOST_MS = 15_000;
/** Entering and focusing come together, and right after opening: one look is enough for them all. */
const FRESH_MS = 2_000;

/** Google tells a page nothing: so it looks when the person turns to it, and glances while it can be seen. */
export function useFollowing(desk: DealDesk, isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return;
    const look = () => {
      if (Date.now() - desk.lookedAt > FRESH_MS) void desk.load('whole');
    };
    const glance = () => {
      const pause = desk.state.outOfTouch ? LOST_MS : 0;
      if (document.visibilityState !== 'visible' || Date.now() - desk.lookedAt < pause) return;
      void desk.load('glance');
    };
    const timer = setInterval(glance, GLANCE_MS);
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', glance);
    document.documentElement.addEventListener('pointerenter', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', glance);
      document.documentElement.removeEventListener('pointerenter', look);
    };
  }, [desk, isShown]);
}

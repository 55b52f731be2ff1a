import { useEffect } from 'preact/hooks';
import { DealDesk } from './dealDesk';
import type { DeskOptions } from './deskState';
import { useDesk } from './useDesk';

/** A deal's desk for as long as the component lives, with its first look at the sheet. */
export function useDealDesk(options: DeskOptions): DealDesk {
  const desk = useDesk(() => new DealDesk(options));
  useEffect(() => void desk.load('whole'), [desk]);
  return desk;
}

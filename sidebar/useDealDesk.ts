import { useEffect, useReducer, useRef } from 'preact/hooks';
import { DealDesk, type DeskOptions } from './dealDesk';

/** A desk for as long as the component lives; the component is drawn again with each change. */
export function useDealDesk(options: DeskOptions): DealDesk {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const desk = useRef<DealDesk | null>(null);
  if (desk.current === null) {
    desk.current = new DealDesk(options);
    desk.current.onChange(() => draw(undefined));
  }
  const made = desk.current;
  useEffect(() => {
    void made.load('whole');
    return () => made.onChange(() => {});
  }, [made]);
  return made;
}

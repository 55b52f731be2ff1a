import { useEffect, useReducer, useRef } from 'preact/hooks';

interface Drawn {
  onChange(listener: () => void): void;
}

/** Makes a desk once and draws the component again with each of its changes. */
export function useDesk<D extends Drawn>(make: () => D): D {
  const [, draw] = useReducer((times: number, _: undefined) => times + 1, 0);
  const desk = useRef<D | null>(null);
  if (desk.current === null) {
    desk.current = make();
    desk.current.onChange(() => draw(undefined));
  }
  const made = desk.current;
  useEffect(() => () => made.onChange(() => {}), [made]);
  return made;
}

/** What a key on a card means. */
export type KeyAction =
  | { readonly kind: 'go'; readonly key: GoKey; readonly extend: boolean }
  | { readonly kind: 'open' | 'select' | 'pickUp' | 'drop' | 'putBack' }
  | { readonly kind: 'carry'; readonly step: -1 | 1 };

export type GoKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

const GO: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The meaning of a key, with a card in hand or without; `null` leaves it to the browser. */
export function keyAction(event: Key, isCarrying: boolean): KeyAction | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey) return null;
  if (isCarrying) {
    if (key === 'Escape') return { kind: 'putBack' };
    if (key === 'Enter' || key === ' ') return { kind: 'drop' };
    if (key === 'ArrowLeft') return { kind: 'carry', step: -1 };
    return key === 'ArrowRight' ? { kind: 'carry', step: 1 } : null;
  }
  if (GO.includes(key)) return { kind: 'go', key: key as GoKey, extend: shiftKey };
  if (key === 'Enter') return { kind: 'open' };
  if (key === ' ') return { kind: 'pickUp' };
  return key.toLowerCase() === 'x' ? { kind: 'select' } : null;
}

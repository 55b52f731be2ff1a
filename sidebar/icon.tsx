import {
  mdiAccountMultiple,
  mdiAlertOutline,
  mdiCardTextOutline,
  mdiCheckCircleOutline,
  mdiClockAlertOutline,
  mdiClose,
  mdiEmailOutline,
  mdiMagnify,
  mdiNoteTextOutline,
  mdiPhone,
  mdiPlus,
  mdiPresentation,
  mdiRefresh,
  mdiTable,
  mdiUndo,
  mdiViewColumnOutline,
} from '@mdi/js';

/** Material Design icons, as Google's own pages have them: outlines in the colour of the text beside them. */
const PATHS = {
  deal: mdiCardTextOutline,
  board: mdiViewColumnOutline,
  stalled: mdiClockAlertOutline,
  call: mdiPhone,
  meeting: mdiAccountMultiple,
  email: mdiEmailOutline,
  demo: mdiPresentation,
  note: mdiNoteTextOutline,
  search: mdiMagnify,
  row: mdiTable,
  undo: mdiUndo,
  add: mdiPlus,
  warning: mdiAlertOutline,
  refresh: mdiRefresh,
  close: mdiClose,
  ready: mdiCheckCircleOutline,
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside words, or inside a button that has a label: it says nothing of its own to a screen reader. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

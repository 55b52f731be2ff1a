import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** One line of a menu; a line without `run` and `items` is a separator. */
export interface MenuLine {
  readonly label: string;
  readonly run?: () => void;
  readonly items?: readonly MenuLine[];
  readonly disabled?: boolean;
  readonly keys?: string;
}

interface MenuProps {
  readonly label: ComponentChildren;
  readonly lines: readonly MenuLine[];
  readonly className?: string;
  readonly title?: string;
}

/** A button that opens a menu: arrows, Enter and Escape work, and it closes on a click elsewhere. */
export function Menu({ label, lines, className, title }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const close = (event: Event) => {
      if (!(event.target instanceof Node) || !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('mousedown', close);
    return () => document.removeEventListener('mousedown', close);
  }, [open]);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setOpen(false);
      root.current?.querySelector('button')?.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setOpen(true);
      else step(root.current, event.key === 'ArrowDown' ? 1 : -1);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the menu inside
    <div class="menu" ref={root} onKeyDown={keys}>
      <button
        type="button"
        class={className ?? 'menu-button'}
        aria-haspopup="menu"
        aria-expanded={open}
        title={title}
        aria-label={title}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && <Lines lines={lines} done={() => setOpen(false)} />}
    </div>
  );
}

function Lines({ lines, done }: { lines: readonly MenuLine[]; done: () => void }) {
  return (
    <div class="menu-lines" role="menu">
      {lines.map((line, at) => {
        const key = `${at} ${line.label}`;
        if (line.items !== undefined) {
          return (
            <div class="submenu" key={key}>
              <div class="menu-heading">{line.label}</div>
              <Lines lines={line.items} done={done} />
            </div>
          );
        }
        if (line.run === undefined) return <hr key={key} />;
        return (
          <button
            type="button"
            role="menuitem"
            key={key}
            disabled={line.disabled}
            onClick={() => {
              done();
              line.run?.();
            }}
          >
            <span>{line.label}</span>
            {line.keys !== undefined && <kbd>{line.keys}</kbd>}
          </button>
        );
      })}
    </div>
  );
}

function step(root: HTMLElement | null, by: number): void {
  const items = [...(root?.querySelectorAll<HTMLElement>('[role=menuitem]:enabled') ?? [])];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + by + items.length) % items.length]?.focus();
}

import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface PopoverProps {
  readonly label: ComponentChildren;
  readonly title: string;
  readonly className?: string;
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button with a small panel under it, which closes on Escape and on a click elsewhere. */
export function Popover({ label, title, className, children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!(event.target instanceof Node) || !root.current?.contains(event.target)) setOpen(false);
    };
    const byKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false);
    };
    document.addEventListener('mousedown', outside);
    document.addEventListener('keydown', byKey);
    return () => {
      document.removeEventListener('mousedown', outside);
      document.removeEventListener('keydown', byKey);
    };
  }, [open]);
  return (
    <div class="popover" ref={root}>
      <button
        type="button"
        class={className ?? 'chip'}
        title={title}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <section class="popover-panel" aria-label={title}>
          {children(() => setOpen(false))}
        </section>
      )}
    </div>
  );
}

import type { Session } from './session';

/** What a frame's `google.script` sends; see the server's frame shim. */
interface FrameMessage {
  readonly sluice: 'call' | 'close' | 'focus' | 'size';
  readonly id?: number;
  readonly name?: string;
  readonly args?: readonly unknown[];
  readonly width?: number;
  readonly height?: number;
}

/** Answers `google.script.run` and `google.script.host` of the frames, which reach nothing else. */
export class Frames {
  readonly #session: Session;
  readonly #frames = new Map<string, HTMLIFrameElement>();

  constructor(session: Session) {
    this.#session = session;
    window.addEventListener('message', (event) => {
      for (const [id, frame] of this.#frames) {
        if (event.source === frame.contentWindow) void this.#hear(id, frame, event.data);
      }
    });
  }

  add(id: string, frame: HTMLIFrameElement | null): void {
    if (frame === null) this.#frames.delete(id);
    else this.#frames.set(id, frame);
  }

  async #hear(id: string, frame: HTMLIFrameElement, data: unknown): Promise<void> {
    if (typeof data !== 'object' || data === null || !('sluice' in data)) return;
    const message = data as FrameMessage;
    if (message.sluice === 'close') this.#session.closeDialog(id);
    else if (message.sluice === 'focus') document.querySelector<HTMLElement>('revo-grid')?.focus();
    else if (message.sluice === 'size') resize(frame, message);
    else if (message.sluice === 'call') {
      const { name, args } = message;
      const reply = await this.#session.act(
        'call',
        { name: String(name), args: Array.isArray(args) ? [...args] : [] },
        true,
      );
      const error = reply === null ? this.#session.words.offline : reply.error;
      frame.contentWindow?.postMessage(
        { sluice: 'answer', id: message.id, value: reply?.value ?? null, error },
        '*',
      );
    }
  }
}

function resize(frame: HTMLIFrameElement, { width, height }: FrameMessage): void {
  if (typeof width === 'number') frame.style.width = `${Math.min(width, 1_600)}px`;
  if (typeof height === 'number') frame.style.height = `${Math.min(height, 1_200)}px`;
}

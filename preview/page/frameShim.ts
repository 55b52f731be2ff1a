/**
 * `google.script` of a frame: it reaches the page around it by messages only, as the frame has an
 * origin of its own. Rules as in Google: ten calls at a time, no Date in arguments, an answer that
 * holds a Date comes as null (the host sees to that), errors come as Error to the failure handler.
 */
interface Waiting {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly handlers: Handlers;
}
interface Handlers {
  readonly success?: ((value: unknown, user?: unknown) => void) | undefined;
  readonly failure?: ((error: Error, user?: unknown) => void) | undefined;
  readonly user?: unknown;
}
const outer = window.parent;
const origin = document.currentScript?.dataset.origin ?? '';
const open = new Map<number, Handlers>();
const queue: Waiting[] = [];
let next = 1;

const holdsDate = (value: unknown): boolean => {
  if (Object.prototype.toString.call(value) === '[object Date]') return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsDate);
};
const plain = (value: unknown) => (value === undefined ? null : JSON.parse(JSON.stringify(value)));
const send = () => {
  while (open.size < 10 && queue.length > 0) {
    const call = queue.shift() as Waiting;
    const id = next++;
    open.set(id, call.handlers);
    outer.postMessage({ sluice: 'call', id, name: call.name, args: call.args.map(plain) }, origin);
  }
};
const runner = (handlers: Handlers): unknown =>
  new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name !== 'string') return undefined;
        if (name === 'withSuccessHandler') {
          return (success: Handlers['success']) => runner({ ...handlers, success });
        }
        if (name === 'withFailureHandler') {
          return (failure: Handlers['failure']) => runner({ ...handlers, failure });
        }
        if (name === 'withUserObject') return (user: unknown) => runner({ ...handlers, user });
        return (...args: unknown[]) => {
          const bad = args.findIndex(holdsDate);
          if (bad >= 0) throw new Error(`Failed due to illegal value in property: ${bad}`);
          queue.push({ name, args, handlers });
          send();
        };
      },
    },
  );

window.addEventListener('message', (event) => {
  const { data } = event;
  if (event.source !== outer || data?.sluice !== 'answer') return;
  const handlers = open.get(data.id);
  if (handlers === undefined) return;
  open.delete(data.id);
  send();
  if (data.error !== null) {
    const error = new Error(data.error);
    if (handlers.failure) handlers.failure(error, handlers.user);
    else console.error(error);
  } else handlers.success?.(data.value, handlers.user);
});

const tell = (message: object) => outer.postMessage(message, origin);
Object.assign(window, {
  google: {
    script: {
      run: runner({}),
      host: {
        origin,
        close: () => tell({ sluice: 'close' }),
        setWidth: (width: number) => tell({ sluice: 'size', width }),
        setHeight: (height: number) => tell({ sluice: 'size', height }),
        editor: { focus: () => tell({ sluice: 'focus' }) },
      },
    },
  },
});

export {};

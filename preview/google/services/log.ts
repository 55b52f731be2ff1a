import { format } from 'node:util';
import { built, type ServiceSide } from './serviceSide';

/** Google keeps the log of an execution; so does its report here. */
export function consoleOf(side: ServiceSide): object {
  const line =
    (level: string) =>
    (...args: unknown[]) => {
      side.shown.logs.push(`${level}${format(...args)}`);
    };
  return built(side, 'console', {
    log: line(''),
    info: line(''),
    debug: line(''),
    warn: line('warning: '),
    error: line('error: '),
    time: () => {},
    timeEnd: () => {},
  });
}

export function logger(side: ServiceSide): object {
  const self: object = built(side, 'Logger', {
    log(...args: unknown[]) {
      side.shown.logs.push(format(...args));
      return self;
    },
    getLog: () => side.shown.logs.join('\n'),
    clear() {
      side.shown.logs.length = 0;
    },
  });
  return self;
}

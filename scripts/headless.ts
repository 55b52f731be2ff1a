/** `npm run headless`: the built bundle on the stand-in for Google, without a browser. See docs/headless.md. */
import { headless } from './headless/run';

// A script's dates follow the process's zone, and the stand-in's executions run in UTC.
process.env.TZ = 'UTC';
process.exitCode = headless(process.argv.slice(2), (line) => process.stderr.write(`${line}\n`));

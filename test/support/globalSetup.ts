import { build } from '../../scripts/build';
import { unpackBrowser } from './browser';

/** Every test runs against the bundle as it is now; the browser is unpacked before tests run side by side. */
export default async function globalSetup(): Promise<void> {
  await Promise.all([build(), unpackBrowser()]);
}

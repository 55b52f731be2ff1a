import { build } from '../../scripts/build';

/** Every test runs against the bundle as it is now. */
export default async function globalSetup(): Promise<void> {
  await build();
}

/** Puts Sluice into a Google Sheet of yours: docs/deploying.md. */
import { parseArgs } from 'node:util';
import { build, ROOT } from './build';
import { DeployProblem, deploy } from './deploy/deploy';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { title: { type: 'string', default: 'Sales pipeline' } },
  });
  try {
    const address = await deploy({ root: ROOT, title: values.title, build, say: console.log });
    console.log(`Done. Open ${address} and choose Pipeline > Welcome.`);
  } catch (error) {
    if (!(error instanceof DeployProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

void main();

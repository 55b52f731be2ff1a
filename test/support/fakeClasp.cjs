/** Stands in for Google's clasp in tests of the deployment: it notes how it was called, and plays the answers told by FAKE_CLASP. */
const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const [, , ...args] = process.argv;
const plays = JSON.parse(process.env.FAKE_CLASP ?? '{}');
appendFileSync(join(process.cwd(), 'calls.txt'), `${args.join(' ')}\n`);

switch (args[0]) {
  case 'show-authorized-user':
    console.log(JSON.stringify({ loggedIn: plays.signedIn === true }));
    break;
  case 'login':
    process.exit(plays.login === 'refused' ? 1 : 0);
    break;
  case 'create-script':
    if (plays.create !== undefined) {
      console.error(plays.create);
      process.exit(1);
    }
    mkdirSync('dist', { recursive: true });
    writeFileSync('dist/appsscript.json', '{}');
    writeFileSync(
      '.clasp.json',
      JSON.stringify({ scriptId: 'script-1', parentId: 'sheet-1', rootDir: 'dist' }),
    );
    break;
  case 'push':
    if (plays.push !== undefined) {
      console.error(plays.push);
      process.exit(1);
    }
    writeFileSync('pushed.txt', readFileSync('dist/appsscript.json', 'utf8'));
    break;
}

/** TypeScript to CommonJS with the bundle's own compiler. */
const { createHash } = require('node:crypto');
const esbuild = require('esbuild');

module.exports = {
  getCacheKey: (source, file) =>
    createHash('sha1').update(`${esbuild.version}\0${file}\0${source}`).digest('hex'),
  process: (source, file) =>
    esbuild.transformSync(source, {
      loader: file.endsWith('.tsx') ? 'tsx' : file.endsWith('.ts') ? 'ts' : 'js',
      format: 'cjs',
      target: 'node20',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcemap: 'inline',
      sourcefile: file,
      define: { 'import.meta.url': '__importMetaUrl' },
      banner: 'const __importMetaUrl = require("node:url").pathToFileURL(__filename).href;',
    }),
};

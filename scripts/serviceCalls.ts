import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Node, PropertyAccessExpression, SourceFile } from 'typescript/unstable/ast';
import { isPropertyAccessExpression } from 'typescript/unstable/ast/is';
import { API, type Project } from 'typescript/unstable/sync';
import { ROOT } from './build';

/** Names of enums and of their values: read, not called. */
const NAME_OF_ENUM = /^[A-Z]/;

function propertiesIn(file: SourceFile): readonly PropertyAccessExpression[] {
  const found: PropertyAccessExpression[] = [];
  const visit = (node: Node): void => {
    if (isPropertyAccessExpression(node)) found.push(node);
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}

/** `Range.setValues` for each member of Google's services that a file names, by its declared type. */
function callsIn(project: Project, file: SourceFile): readonly string[] {
  const names = propertiesIn(file).map(({ name }) => name);
  return project.checker.getSymbolAtLocation(names).flatMap((symbol) => {
    const declaration = symbol?.declarations[0];
    if (symbol === undefined || declaration === undefined) return [];
    if (!declaration.path.includes('google-apps-script')) return [];
    // A mapped type such as Partial<Range> has members without a parent; their declarations have one.
    const declared = declaration.resolve(project)?.parent as
      | { name?: { text: string } }
      | undefined;
    const owner = symbol.getParent()?.name ?? declared?.name?.text ?? '';
    return [`${owner}.${symbol.name}`];
  });
}

/** Every call to Google's services that the script's source makes, sorted: found by type, not by name. */
export function serviceCalls(): readonly string[] {
  const api = new API({ cwd: ROOT });
  try {
    const config = join(ROOT, 'tsconfig.json');
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (project === undefined) throw new Error(`${config} cannot be read.`);
    const src = join(ROOT, 'src/');
    const files = project.program.getSourceFileNames().filter((name) => name.startsWith(src));
    const calls = files.flatMap((name) => {
      const file = project.program.getSourceFile(name);
      return file === undefined ? [] : callsIn(project, file);
    });
    const isCall = (call: string) =>
      !call.startsWith('Date.') && !NAME_OF_ENUM.test(call.slice(call.indexOf('.') + 1));
    return [...new Set(calls)].filter(isCall).sort();
  } finally {
    api.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(serviceCalls().join('\n'));

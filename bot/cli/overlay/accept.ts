/** `accept REGION ENTRY --reviewer NAME`: the local words were read against today's and still stand. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { acceptEntry, readOverlayFiles } from '../../overlays/index.ts';
import { type OverlayCommand, UsageError } from './command.ts';
import { dayAsked, openRegion } from './open-region.ts';

export const accept: OverlayCommand = async (input) => {
  const { operands, options, say, sayProblem, print, knowledgeDir } = input;
  const [region, entry] = operands;
  if (entry === undefined || options.reviewer === undefined) throw new UsageError('usageAccept');
  // An overlay whose only fault is that it was never accepted must be acceptable.
  const open = openRegion(input, region);
  const { files, problems } = readOverlayFiles(open.source);
  if (!files) {
    for (const problem of problems) print(sayProblem(problem));
    return 1;
  }
  const acceptance = acceptEntry(files, open.base, entry, options.reviewer, dayAsked(input));
  if (!acceptance) throw new UsageError('nothingOf', { region: open.source.region, entry });
  for (const { name, after } of acceptance.files) {
    const file = path.join(knowledgeDir, 'overlays', open.source.region, name);
    writeFileSync(file, after);
    print(say('accept.written', { file: path.relative(process.cwd(), file), reviewer: options.reviewer }));
  }
  for (const field of acceptance.gone) print(say('accept.gone', { entry, field }));
  if (acceptance.files.length === 0 && acceptance.gone.length === 0) print(say('accept.nothing', { entry }));
  return acceptance.gone.length === 0 ? 0 : 1;
};

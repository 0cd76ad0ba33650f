import { reviewDocument, writeArchive } from '@duizhao/report'
import type { Jobs } from '../work/jobs.ts'
import { annotate } from './annotate.ts'
import { characterMapsIn } from './character-maps.ts'
import { conclude, writeOutcome } from './conclude.ts'
import { openHolder } from './open-holder.ts'
import { readFile } from './read-file.ts'
import { runTool } from './run-tool.ts'

/** Every job by its name. */
export function jobsWith(characterMaps: Blob): Jobs {
  const characterMap = characterMapsIn(characterMaps)
  return {
    review: async ({ path, file, settings }) => {
      const read = await readFile({ path, file }, { characterMap })
      return 'document' in read ? reviewDocument(path, read.document, settings) : read
    },
    open: openHolder,
    read: (given) => readFile(given, { characterMap }),
    conclude,
    write: writeOutcome,
    annotate,
    run: runTool,
    archive: async ({ files }) => writeArchive(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))),
  }
}

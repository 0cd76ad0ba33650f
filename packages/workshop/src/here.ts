import type { Workshop } from './workshop.ts'

/** Work done where it is asked, with neither worker nor limit: for files of one's own. */
export const here: Workshop = {
  do: async ({ run }, input) => run(input),
  close: () => undefined,
}

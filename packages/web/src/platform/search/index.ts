import type { Feature } from '../feature.ts'

/** Its dialogue opens over every page. */
export const search = {
  name: 'search',
  pages: [],
  helpKeys: [['Ctrl-K', '搜索']],
} satisfies Feature

import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describeRules } from '../findings/testing/describe-rules.ts'
import { review } from './review.ts'
import { rules } from './rules/index.ts'

/** Words without any defect, to put before an example so that every place moves. */
const BEFORE = '全年工作平稳有序，各项制度健全，干部职工团结协作，完成了年初确定的任务目标。\n'

const files = globSync('*/*.ts', { cwd: join(import.meta.dirname, 'rules') })

describeRules({
  rules,
  files: files.map((file) => file.replaceAll('\\', '/').replace('.ts', '')),
  unnamed: '材料.txt',
  run: (papers) => papers.flatMap(({ path, document }) => review(document, { path }).findings),
  // A rule on a material as a whole (a missing part) rightly reports fragments.
  whole: rules.filter(({ wholeDocument }) => wholeDocument).map(({ id }) => id),
  // A text of several lines begins with its title.
  lead: (example) => (example.includes('\n') ? '\n\n' : BEFORE),
})

import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describeRules } from '../../findings/testing/describe-rules.ts'
import { checkMeetingFolder } from './check-meeting-folder.ts'
import { checkRules } from './rules/index.ts'

const files = globSync('*/*.ts', { cwd: join(import.meta.dirname, 'rules') })

describeRules({
  rules: checkRules,
  files: files.map((file) => file.replaceAll('\\', '/').replace('.ts', '')),
  unnamed: '材料.txt',
  run: (papers) => checkMeetingFolder(papers).flatMap(({ findings }) => findings),
  marksRelated: true,
})

import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describeRules } from '../../findings/testing/describe-rules.ts'
import { reconcileDocuments } from './reconcile-documents.ts'
import { reconcileRules } from './rules/index.ts'

const files = globSync('*/*.ts', { cwd: join(import.meta.dirname, 'rules') })

describeRules({
  rules: reconcileRules,
  files: files.map((file) => file.replaceAll('\\', '/').replace('.ts', '')),
  unnamed: '方案.txt',
  run: (papers) => reconcileDocuments(papers).findings,
  marksRelated: true,
})

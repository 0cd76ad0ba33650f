import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describeRules } from '../../findings/testing/describe-rules.ts'
import { lintLedger } from './lint-ledger.ts'
import { ledgerRules } from './rules/index.ts'

const files = globSync('*.ts', { cwd: join(import.meta.dirname, 'rules') }).filter((file) => file !== 'index.ts')

describeRules({
  rules: ledgerRules,
  files: files.map((file) => `ledger/${file.replace('.ts', '')}`),
  unnamed: '台账.xlsx',
  run: (papers) => papers.flatMap(({ path, document }) => lintLedger(document, path).findings),
})

/**
 * `npm run docs` writes the pages of docs/ that follow from the code; `--check` only compares, and fails if one is out
 * of date.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { apiPage } from './reference/api-page.ts'
import { commandsPage } from './reference/commands-page.ts'
import { compliancePage } from './reference/compliance-page.ts'
import { databasePage } from './reference/database-page.ts'
import { decisionsPage } from './reference/decisions-page.ts'
import { errorsPage } from './reference/errors-page.ts'
import { permissionsPage } from './reference/permissions-page.ts'
import { resultSchema } from './reference/result-schema.ts'
import { checkRulesPage, ledgerRulesPage, reconcileRulesPage, rulesPage } from './reference/rule-pages.ts'
import { settingsPage } from './reference/settings-page.ts'
import { statesPage } from './reference/states-page.ts'
import { templatesPage } from './reference/templates-page.ts'

const folder = join(import.meta.dirname, '../docs')

const pages: Readonly<Record<string, () => string | Promise<string>>> = {
  'rules.md': rulesPage,
  'check-rules.md': checkRulesPage,
  'compliance-rules.md': compliancePage,
  'reconcile-rules.md': reconcileRulesPage,
  'ledger-rules.md': ledgerRulesPage,
  'templates.md': templatesPage,
  'states.md': statesPage,
  'commands.md': commandsPage,
  'permissions.md': permissionsPage,
  'errors.md': errorsPage,
  'api.md': apiPage,
  'settings.md': settingsPage,
  'database.md': databasePage,
  'decisions/README.md': decisionsPage,
  'result.schema.json': resultSchema,
}

const isCheck = process.argv.includes('--check')
let outdated = 0
for (const [name, page] of Object.entries(pages)) {
  const content = await page()
  if (content === readPage(name)) continue
  outdated += 1
  if (isCheck) process.stderr.write(`docs/${name} 与代码不一致，请运行 npm run docs。\n`)
  else {
    writeFileSync(join(folder, name), content)
    process.stdout.write(`已更新 docs/${name}\n`)
  }
}
if (isCheck && outdated > 0) process.exitCode = 1

function readPage(name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    return ''
  }
}

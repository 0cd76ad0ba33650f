import { benchBackup } from './backup.ts'
import { benchDuties } from './duties.ts'
import { benchLedgerImport } from './ledger-import.ts'
import { benchLedgers } from './ledgers.ts'
import { benchMeetings } from './meetings.ts'
import { benchProblems } from './problems.ts'
import { benchReading } from './reading.ts'
import { benchReview } from './review.ts'
import { benchService } from './service.ts'
import { benchSimilarity } from './similarity.ts'
import { benchTyping } from './typing.ts'

/** Every benchmark by name; `npm run bench` runs them all, `npm run bench -- review` one. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  reading: benchReading,
  review: benchReview,
  similarity: benchSimilarity,
  ledgers: benchLedgers,
  service: benchService,
  problems: benchProblems,
  duties: benchDuties,
  meetings: benchMeetings,
  typing: benchTyping,
  import: benchLedgerImport,
  backup: benchBackup,
}

const names = process.argv.slice(2)
for (const [name, bench] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue
  console.log(`\n## ${name}\n`)
  await bench()
}

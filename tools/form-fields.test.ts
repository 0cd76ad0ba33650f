import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** The fields that are of no request, by file: how many. */
const OWN_FIELDS: Readonly<Record<string, number>> = {
  // The files themselves, and whether it is files at all.
  'loop/ledger/acts/evidence-form.tsx': 2,
  'loop/papers/hand-in-form.tsx': 1,
  'loop/papers/version-form.tsx': 1,
  // An id nobody sees.
  'loop/ledger/acts/measure-inputs.tsx': 1,
  // The parts, which have no names but are asked by the rules of a problem's text.
  'loop/ledger/acts/paper-form.tsx': 1,
  'loop/ledger/acts/split-form.tsx': 1,
  // Rows of which an empty one is left out; whom a file names must be said all the same.
  'loop/records/attendance-fields.tsx': 1,
  'loop/records/topic-fields.tsx': 3,
  // One a line, sent as a list.
  'loop/rounds/round-form.tsx': 1,
  // Whom a problem found in a paper is assigned to: may be left to later.
  'loop/ledger/from-paper/row-form.tsx': 2,
  // Lists as texts, a line each, and rows of which an empty one is left out.
  'loop/campaigns/campaign-form.tsx': 4,
  // Whether it is sent as a draft: a state, not a text.
  'loop/records/record-form.tsx': 2,
  // What is said of two problems: which of several bodies is sent follows from it.
  'loop/recurrence/verdict-form.tsx': 1,
  // Whether it was found, and if the ledger has it: which of several bodies is sent follows from it.
  'loop/sweeps/answer-form.tsx': 1,
  // The password once more.
  'office/identity/change-password.tsx': 1,
}

it('every field of every form is asked by the contract’s rules; no limit is written a second time', () => {
  const root = join(import.meta.dirname, '../packages/web/src')
  const forms = globSync('**/*.tsx', { cwd: root }).map((path) => path.replaceAll('\\', '/'))
  const own: Record<string, number> = {}
  for (const path of forms) {
    const items = readFileSync(join(root, path), 'utf8').split('<Form.Item').slice(1)
    const named = items.filter((item) => /^[^<]*?\bname=/.test(item) && !/^[^<]*?\.\.\.fieldOf\(/.test(item))
    if (named.length > 0) own[path] = named.length
  }
  expect(own).toEqual(OWN_FIELDS)
  const limits = forms.filter((path) => /maxLength=\{\d|\bm(?:ax|in): \d/.test(readFileSync(join(root, path), 'utf8')))
  expect(limits).toEqual(['loop/ledger/acts/evidence-form.tsx'])
})

it('a form that says itself what was done does not have it said a second time', () => {
  const root = join(import.meta.dirname, '../packages/web/src')
  const twice = globSync('**/*.tsx', { cwd: root }).filter((path) => {
    const source = readFileSync(join(root, path), 'utf8')
    const dialogues = source.split('<FormDialogue').slice(1)
    return (
      source.includes('message.success(') &&
      dialogues.some((one) => !/^[^>]*>?\s[\s\S]*?\b(?:said|onSaved)=/.test(one.slice(0, 600)))
    )
  })
  expect(twice).toEqual([])
})

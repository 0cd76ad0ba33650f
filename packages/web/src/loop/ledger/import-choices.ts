import type { LedgerImportChoices, LedgerImportPreview } from '@duizhao/contract'

export const nothingSaid: LedgerImportChoices = { same: [], units: [], people: [] }

/** True once everything that is asked has an answer. */
export function isAllSaid(
  { alike }: Pick<LedgerImportPreview, 'alike'>,
  { same }: Pick<LedgerImportChoices, 'same'>,
): boolean {
  return alike.every(({ line }) => same.some((said) => said.line === line))
}

type Asked = Pick<LedgerImportPreview, 'alike' | 'units' | 'people'>

/**
 * What was chosen before the file was read again, for what is still asked: a row is known by its place in the file, as
 * fewer or more rows may have been read above it.
 */
export function saidAgain(choices: LedgerImportChoices, before: Asked, after: Asked): LedgerImportChoices {
  const placeOf = ({ sheet, row, text }: Asked['alike'][number]): string => `${sheet}\n${row}\n${text}`
  const said = new Map(
    before.alike.flatMap((asked) => {
      const answer = choices.same.find(({ line }) => line === asked.line)
      return answer === undefined ? [] : [[placeOf(asked), answer.isSame]]
    }),
  )
  const names = new Set(after.people.map(({ name }) => name))
  const units = new Set(after.units.map(({ name }) => name))
  return {
    same: after.alike.flatMap((asked) => {
      const isSame = said.get(placeOf(asked))
      return isSame === undefined ? [] : [{ line: asked.line, isSame }]
    }),
    units: choices.units.filter(({ name }) => units.has(name)),
    people: choices.people.filter(({ name }) => names.has(name)),
  }
}

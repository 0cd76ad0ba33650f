import type { InstitutionChange, InstitutionState, LookResult } from './institution.ts'

export const institutionChangeNames: Readonly<Record<InstitutionChange, string>> = { made: '制定', revised: '修订' }

export const institutionStateNames: Readonly<Record<InstitutionState, string>> = {
  coming: '尚未施行',
  in_force: '现行有效',
  replaced: '已被取代',
  repealed: '已废止',
}

export const lookResultNames: Readonly<Record<LookResult, string>> = {
  kept: '执行到位',
  partly: '部分执行',
  not: '没有执行',
}

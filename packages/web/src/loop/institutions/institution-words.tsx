import { type Institution, institutionChangeNames, institutionStateNames, lookResultNames } from '@duizhao/contract'
import { dateInChinese, dueInChinese, todayInChina } from '../../platform/archetypes/dates.ts'

/** 制定；修订，取代《…》. */
export function changeInChinese({ change, replaces }: Pick<Institution, 'change' | 'replaces'>): string {
  return `${institutionChangeNames[change]}${replaces === null ? '' : `，取代《${replaces.title}》`}`
}

/** 现行有效；已废止，2026年6月1日起；已被《…》取代. */
export function stateInChinese({ state, replacedBy, repealedOn }: Institution): string {
  if (state === 'replaced' && replacedBy !== null) return `已被《${replacedBy.title}》取代`
  if (repealedOn === null) return institutionStateNames[state]
  return state === 'repealed'
    ? `已废止，${dateInChinese(repealedOn)}起`
    : `${institutionStateNames[state]}，${dateInChinese(repealedOn)}起废止`
}

/** Whether it is carried out as somebody last found, and by when somebody has to look. */
export function LookState({ institution: { looked, lookDueOn } }: { readonly institution: Institution }) {
  const today = todayInChina()
  return (
    <>
      {looked !== null && (
        <div>
          {lookResultNames[looked.result]}（{dateInChinese(looked.on)}检查）
        </div>
      )}
      {lookDueOn !== null && (
        <div className={lookDueOn < today ? 'overdue' : 'quiet'}>
          {lookDueOn < today
            ? `已超期：应在${dateInChinese(lookDueOn)}以前检查`
            : `${dueInChinese(lookDueOn, today)}以前检查`}
        </div>
      )}
    </>
  )
}

import { Suspense } from 'react'
import { useFeatures } from '../feature.ts'
import type { PassageToolProps } from '../passage-slots.ts'

/** What can be done with a passage. */
export function PassageTools(props: PassageToolProps) {
  const tools = useFeatures().flatMap(({ passageTools = [] }) => passageTools)
  return (
    <Suspense>
      {tools.map((Tool, at) => (
        <Tool key={at} {...props} />
      ))}
    </Suspense>
  )
}

import type { AnswerableFact } from './facts.ts'
import { type Judgement, met, undone, unknown } from './judgement.ts'

/** Whether what must be answered is listed, or was ended with a reason; `message` says that it is neither. */
export function answered<Where>(
  { text, isListed, isEnded, where }: AnswerableFact<Where>,
  message: string,
  { asOf, due, also = [] }: { asOf: string | null; due: string | null; also?: readonly (Where | null)[] },
): Judgement<Where> {
  const places = [where, ...also]
  if (isListed === true || isEnded === true) return met({ due, places })
  if (isListed === null || isEnded === null) return unknown(`不知道“${text}”有没有着落`)
  return undone(message, asOf, { due, places })
}

import type { CheckRule } from '../../check-rule.ts'
import type { Talk } from '../../meeting-facts.ts'
import { filesOf, placeOf } from '../../meeting-files.ts'
import { dateInChinese } from '../../../../wording/write-date.ts'

export const talkOverlap: CheckRule = {
  id: 'procedure/talk-overlap',
  name: '同时在两处谈话',
  severity: 'error',
  why: '一个人不能同时与两个人谈话，记录里出现就是编的或写错的。',
  source: { title: '谈心谈话记录核对实践', known: 'practice' },
  *check(meeting) {
    const talks = distinct(filesOf(meeting, 'talk_record').flatMap((file) => file.talks))
    for (const [i, one] of talks.entries()) {
      for (const other of talks.slice(i + 1)) {
        const shared = one.people.find((name) => other.people.includes(name))
        if (shared === undefined || one.date === null || one.date !== other.date) continue
        if (one.from === null || one.to === null || other.from === null || other.to === null) continue
        if (one.from >= other.to || other.from >= one.to) continue
        yield {
          message: `${shared}${dateInChinese(one.date)}${clock(Math.max(one.from, other.from))}同时在与${partner(one, shared)}、${partner(other, shared)}谈话，请核对时间`,
          place: placeOf(one),
          related: [placeOf(other)],
        }
      }
    }
  },
  bad: [
    `=== 谈话一.txt
谈心谈话记录
时间：2026年1月6日 15:00—15:40
谈话人：⟦骆明轩
谈话对象：褚怀瑾⟧
谈话内容：调研偏少。
=== 谈话二.txt
谈心谈话记录
时间：2026年1月6日 15:20—16:00
谈话人：⟨骆明轩
谈话对象：柏青禾⟩
谈话内容：文件积压。`,
  ],
  good: [
    `=== 谈话一.txt
谈心谈话记录
时间：2026年1月6日 15:00—15:40
谈话人：骆明轩
谈话对象：褚怀瑾
谈话内容：调研偏少。
=== 谈话二.txt
谈心谈话记录
时间：2026年1月6日 15:40—16:20
谈话人：骆明轩
谈话对象：柏青禾
谈话内容：文件积压。`,
    `=== 谈话汇总.txt
谈心谈话记录
时间：2026年1月6日 下午3:00—3:40
谈话人：骆明轩
谈话对象：褚怀瑾
谈话内容：调研偏少。
=== 谈话一.txt
谈心谈话记录（一）
时间：2026年1月6日 15:00—15:40
谈话人：褚怀瑾
谈话对象：骆明轩
谈话内容：调研偏少，征求意见走过场。`,
  ],
}

/** A talk that a summary lists and a record of its own tells again is one talk. */
function distinct(talks: readonly Talk[]): Talk[] {
  const keyOf = ({ people, date, from }: Talk): string =>
    `${people.toSorted((a, b) => (a < b ? -1 : 1)).join()}#${date}#${from}`
  return [...new Map(talks.map((talk) => [keyOf(talk), talk])).values()]
}

function partner({ people }: Talk, name: string): string {
  return people.find((other) => other !== name) ?? ''
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

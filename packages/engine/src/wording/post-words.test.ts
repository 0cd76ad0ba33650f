import { expect, it } from 'vitest'
import { type NamedPost, type PostPlace, postNamed } from './post-words.ts'

it.each<[words: string, place: PostPlace, post: NamedPost | null]>([
  ['党组书记、局长', 'party', 'head'],
  ['党组书记、局长', 'unit', 'head'],
  ['党组书记、副局长', 'party', 'head'],
  ['党组书记、副局长', 'unit', 'deputy'],
  ['党组副书记、局长', 'party', 'deputy'],
  ['党组副书记、局长', 'unit', 'head'],
  ['局长', 'party', 'head'],
  ['党委书记', 'party', 'head'],
  ['党组成员、副局长', 'party', 'deputy'],
  ['党组成员、 副局长', 'unit', 'deputy'],
  ['党组成员、办公室主任', 'party', 'member'],
  ['党组成员、总工程师', 'party', 'member'],
  ['党委委员', 'party', 'member'],
  ['四级调研员', 'unit', 'member'],
  ['党组成员、派驻纪检监察组组长', 'party', 'discipline'],
  ['纪委书记', 'party', 'discipline'],
  ['科长', 'unit', 'head'],
  ['列席', 'party', 'observer'],
  ['党支部书记', 'branch', 'secretary'],
  ['支部副书记、组织委员', 'branch', 'deputy_secretary'],
  ['宣传委员', 'branch', 'committee_member'],
  ['党小组组长', 'branch', 'secretary'],
  ['党员', 'branch', 'party_member'],
  ['', 'branch', 'party_member'],
  ['预备党员', 'branch', 'probationary'],
  ['', 'party', null],
  ['顾问', 'unit', null],
])('%s in a %s is %s', (words, place, post) => {
  expect(postNamed(words, place)).toBe(post)
})

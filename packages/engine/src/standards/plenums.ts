/** A congress (session 0) or a plenum of its Central Committee, with the day it opened, `yyyy-mm-dd`. */
export interface Plenum {
  readonly congress: string
  readonly session: number
  readonly date: string
  /** False where it was convened for that day and no communiqué was read. */
  readonly verified: boolean
}

/** National congresses and plenums, from the published communiqués. */
export const plenums: readonly Plenum[] = [
  { congress: '十八', session: 0, date: '2012-11-08', verified: true },
  { congress: '十八', session: 1, date: '2012-11-15', verified: true },
  { congress: '十八', session: 2, date: '2013-02-26', verified: true },
  { congress: '十八', session: 3, date: '2013-11-09', verified: true },
  { congress: '十八', session: 4, date: '2014-10-20', verified: true },
  { congress: '十八', session: 5, date: '2015-10-26', verified: true },
  { congress: '十八', session: 6, date: '2016-10-24', verified: true },
  { congress: '十八', session: 7, date: '2017-10-11', verified: true },
  { congress: '十九', session: 0, date: '2017-10-18', verified: true },
  { congress: '十九', session: 1, date: '2017-10-25', verified: true },
  { congress: '十九', session: 2, date: '2018-01-18', verified: true },
  { congress: '十九', session: 3, date: '2018-02-26', verified: true },
  { congress: '十九', session: 4, date: '2019-10-28', verified: true },
  { congress: '十九', session: 5, date: '2020-10-26', verified: true },
  { congress: '十九', session: 6, date: '2021-11-08', verified: true },
  { congress: '十九', session: 7, date: '2022-10-09', verified: true },
  { congress: '二十', session: 0, date: '2022-10-16', verified: true },
  { congress: '二十', session: 1, date: '2022-10-23', verified: true },
  { congress: '二十', session: 2, date: '2023-02-26', verified: true },
  { congress: '二十', session: 3, date: '2024-07-15', verified: true },
  { congress: '二十', session: 4, date: '2025-10-20', verified: true },
  { congress: '二十', session: 5, date: '2026-10-26', verified: false },
]

/** What a plenum or congress adopted, by what cannot be mistaken in its title. */
export interface AdoptedDocument {
  readonly congress: string
  readonly session: number
  readonly title: RegExp
  /** How a finding names it. */
  readonly name: string
}

/** The documents that plenums adopted and papers name, from the published communiqués. */
export const adoptedDocuments: readonly AdoptedDocument[] = [
  { congress: '十八', session: 3, title: /全面深化改革若干重大问题的决定/, name: '全面深化改革若干重大问题的决定' },
  { congress: '十八', session: 4, title: /全面推进依法治国若干重大问题的决定/, name: '全面推进依法治国的决定' },
  { congress: '十八', session: 5, title: /十三(?:个五年|五”?)规划[^，。；]{0,24}建议/, name: '“十三五”规划的建议' },
  { congress: '十八', session: 6, title: /新形势下党内政治生活的?若干准则|党内监督条例/, name: '准则和党内监督条例' },
  {
    congress: '十九',
    session: 4,
    title: /国家治理体系和治理能力现代化若干重大问题的决定/,
    name: '推进国家治理体系和治理能力现代化的决定',
  },
  { congress: '十九', session: 5, title: /十四(?:个五年|五”?)规划[^，。；]{0,24}建议/, name: '“十四五”规划的建议' },
  {
    congress: '十九',
    session: 6,
    title: /百年奋斗重大成就和历史经验的决议|第三个历史决议/,
    name: '党的百年奋斗的决议',
  },
  { congress: '二十', session: 2, title: /党和国家机构改革方案/, name: '党和国家机构改革方案' },
  {
    congress: '二十',
    session: 3,
    title: /进一步全面深化改革[、，]?推进中国式现代化的?决定/,
    name: '进一步全面深化改革的决定',
  },
  { congress: '二十', session: 4, title: /十五(?:个五年|五”?)规划[^，。；]{0,24}建议/, name: '“十五五”规划的建议' },
]

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

import type { Known } from '@duizhao/engine'

/** How well a template or the ground of a rule is known, in Chinese. */
export const knownNames: Readonly<Record<Known, string>> = {
  regulation: '已核对原文',
  practice: '通行做法',
  unverified: '未核实原文',
}

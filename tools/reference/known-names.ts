import type { CheckRule } from '@duizhao/engine'

/** How well the ground of a rule is known, in Chinese. */
export const knownNames: Readonly<Record<CheckRule['source']['known'], string>> = {
  regulation: '法规',
  practice: '实践',
  unverified: '未核实原文',
}

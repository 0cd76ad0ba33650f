import type { Permission } from '@duizhao/contract'

/** A place of the application: where it is, what it is called, who sees it. */
export interface Place {
  readonly path: string
  readonly name: string
  /** What one must hold to see it; null for everybody. */
  readonly permission: Permission | null
}

/** The main menu, in order. */
export const places: readonly Place[] = [
  { path: '/', name: '今天', permission: null },
  { path: '/ledger', name: '台账', permission: 'problem.read' },
  { path: '/board', name: '看板', permission: 'problem.read' },
  { path: '/statistics', name: '统计', permission: 'problem.read' },
  { path: '/notices', name: '督办', permission: 'problem.read' },
  { path: '/inspections', name: '巡察', permission: 'problem.read' },
  { path: '/organisations', name: '组织与人员', permission: 'organisation.read' },
  { path: '/import', name: '导入', permission: 'import.write' },
  { path: '/audit', name: '审计', permission: 'audit.read' },
  { path: '/settings', name: '设置', permission: 'setting.read' },
  { path: '/help', name: '帮助', permission: null },
]

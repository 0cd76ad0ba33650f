import type { Machine } from '../../platform/machine.ts'
import type { IncomingAction, IncomingState } from './incoming-states.ts'

export type IncomingGuard = 'isKeeper' | 'isOffered' | 'isExtendable'

const isKeeper = ['isKeeper'] as const
const isOffered = ['isOffered'] as const

/**
 * The life of what came in (来件). Whoever was asked first keeps it (首问负责): what is passed on is theirs until the other
 * has taken it, and theirs again when the other declines.
 */
export const incomingMachine: Machine<IncomingState, IncomingAction, IncomingGuard> = {
  subject: '来件',
  stateNames: {
    received: '待受理',
    handling: '办理中',
    offered: '转办，待对方接收',
    ended: '已办结',
    withdrawn: '已撤去',
  },
  actionNames: {
    receive: '登记来件',
    accept: '受理',
    tellMissing: '一次告知',
    passOn: '转办',
    recall: '取回转办',
    takeOver: '接收转办',
    decline: '退回转办',
    extend: '延长期限',
    end: '办结',
    register: '列入台账',
    withdraw: '撤去',
  },
  guardNames: {
    isKeeper: '由现在办理的单位办',
    isOffered: '由转给的单位办',
    isExtendable: '是可以延长、还没有延长过的信访事项',
  },
  transitions: [
    { action: 'receive', from: null, to: 'received', permission: 'inbox.write', needs: [] },
    { action: 'accept', from: ['received'], to: 'handling', permission: 'inbox.write', needs: isKeeper },
    { action: 'tellMissing', from: ['received', 'handling'], to: null, permission: 'inbox.write', needs: isKeeper },
    { action: 'passOn', from: ['received', 'handling'], to: 'offered', permission: 'inbox.write', needs: isKeeper },
    { action: 'recall', from: ['offered'], to: 'received', permission: 'inbox.write', needs: isKeeper },
    { action: 'takeOver', from: ['offered'], to: 'handling', permission: 'inbox.write', needs: isOffered },
    { action: 'decline', from: ['offered'], to: 'received', permission: 'inbox.write', needs: isOffered },
    { action: 'extend', from: ['handling'], to: null, permission: 'inbox.write', needs: ['isKeeper', 'isExtendable'] },
    { action: 'end', from: ['received', 'handling'], to: 'ended', permission: 'inbox.write', needs: isKeeper },
    { action: 'register', from: ['received', 'handling'], to: 'ended', permission: 'inbox.register', needs: isKeeper },
    { action: 'withdraw', from: ['received'], to: 'withdrawn', permission: 'inbox.write', needs: isKeeper },
  ],
}

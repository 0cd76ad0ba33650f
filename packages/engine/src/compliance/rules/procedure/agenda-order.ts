import { allOf, someOf, type TurnFact } from '../../facts.ts'
import { met, missing, unknown } from '../../judgement.ts'
import { nameIn } from '../../people.ts'
import type { ComplianceRule } from '../../rule.ts'

const turn = (step: TurnFact<string>['step'], personId: string | null = null): TurnFact<string> => ({
  step,
  personId,
  where: null,
})

export const agendaOrder: ComplianceRule = {
  id: 'procedure/agenda-order',
  step: 'session',
  name: '会议次序不对',
  severity: 'advice',
  why: '先通报上次整改，主要负责人带头检查，次序颠倒说明没有按程序开。',
  source: { title: '民主生活会、组织生活会程序实践：先通报上次整改，主要负责人带头', known: 'practice' },
  *judge({ agendas, head, names }) {
    const accounts = agendas.filter(({ isAll }) => isAll)
    if (accounts.length === 0) return yield unknown('没有记会议的次序')
    for (const { items } of accounts) {
      const reported = items.findIndex(({ step }) => step === 'prior_report')
      const checked = items.findIndex(({ step }) => step !== 'prior_report')
      const isTold = reported >= 0 && checked >= 0
      if (!isTold) yield unknown('没有记通报整改、对照检查的先后')
      else if (reported < checked) yield met()
      else
        yield missing('会议记录里先作对照检查，后通报上次整改情况，应当先通报整改情况', {
          places: [items[reported]?.where ?? null],
        })
      const first = items.find(({ step }) => step === 'own_check')
      if (first === undefined || first.personId === null || head === null) yield unknown('不知道谁先作个人对照检查')
      else if (first.personId === head) yield met({ places: [first.where] })
      else
        yield missing(`会议记录里${nameIn(names, first.personId)}先作个人对照检查，应当由${nameIn(names, head)}带头`, {
          who: [head],
          places: [first.where],
        })
    }
  },
  examples: {
    met: [
      {
        given: '先通报，书记代表班子检查，再作个人检查，然后是成员',
        facts: {
          head: '温知远',
          agendas: [
            allOf([
              turn('prior_report'),
              turn('check', '温知远'),
              turn('own_check', '温知远'),
              turn('own_check', '蒲秋白'),
            ]),
          ],
        },
      },
    ],
    missing: [
      {
        given: '成员先检查，后通报',
        facts: { head: '温知远', agendas: [allOf([turn('own_check', '蒲秋白'), turn('prior_report')])] },
        says: [
          '会议记录里先作对照检查，后通报上次整改情况，应当先通报整改情况',
          '会议记录里蒲秋白先作个人对照检查，应当由温知远带头',
        ],
      },
    ],
    unknown: [
      { given: '没有记次序', facts: { agendas: [someOf([turn('check')])] }, says: ['没有记会议的次序'] },
      {
        given: '没有记通报，不知道谁主持',
        facts: { agendas: [allOf([turn('own_check', '蒲秋白')])] },
        says: ['没有记通报整改、对照检查的先后', '不知道谁先作个人对照检查'],
      },
    ],
  },
}

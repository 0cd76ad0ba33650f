import { Assignment, endpoints, MeasureFields, OfficeSettings, ProblemFields, type Role } from '@duizhao/contract'
import { describe, expect, it } from 'vitest'
import { faultOf, fieldOf, rulesOf } from './field-rules.ts'

const { returnProblem, giveGrant, decideExtension, registerInspection, createPerson, requestMerge } = endpoints

describe('what a form says of a field is what the contract says', () => {
  const role: Role = 'head'
  it.each([
    ['a text nobody typed in', returnProblem.body.shape.reason, undefined, '请写明理由，至少 2 个字'],
    ['only spaces', returnProblem.body.shape.reason, '  ', '请写明理由，至少 2 个字'],
    ['too short', ProblemFields.shape.text, '三个字', '请写清问题，至少 4 个字'],
    ['spaces do not make it longer', ProblemFields.shape.text, ' 三个字 ', '请写清问题，至少 4 个字'],
    ['just long enough', ProblemFields.shape.text, '四个字了', null],
    ['just not too long', returnProblem.body.shape.reason, '字'.repeat(1_000), null],
    ['too long', returnProblem.body.shape.reason, '字'.repeat(1_001), '理由最多 1000 字'],
    ['a text that may be left out, not typed', ProblemFields.shape.cause, undefined, null],
    ['nobody chosen', Assignment.shape.leadId, undefined, '请选责任领导'],
    ['nobody chosen where that may be', Assignment.shape.handlerId, null, null],
    ['no date', registerInspection.body.shape.fedBackOn, null, '请选日期'],
    ['a date emptied', registerInspection.body.shape.fedBackOn, '', '请选日期'],
    ['no such date', registerInspection.body.shape.fedBackOn, '2026-02-30', '没有这个日期'],
    ['a slip of the year', registerInspection.body.shape.fedBackOn, '0026-02-03', '日期要在 1900 年到 2999 年之间'],
    ['no date where none is asked', ProblemFields.shape.dueOn, null, null],
    ['no role', giveGrant.body.shape.role, undefined, '请选一个角色'],
    ['a role', giveGrant.body.shape.role, role, null],
    ['neither yes nor no', decideExtension.body.shape.isGranted, undefined, '请选同意或不同意'],
    ['no', decideExtension.body.shape.isGranted, false, null],
    ['no number', requestMerge.body.shape.intoNumber, null, '请写编号'],
    ['an address', createPerson.body.shape.email, 'a@linjiang.example', null],
    ['no address', createPerson.body.shape.email, '', null],
    ['half an address', createPerson.body.shape.email, 'a@', '邮箱写法不对'],
    ['a number too large', OfficeSettings.shape.idleMinutes, 241, '要填 5 到 240 之间的整数'],
    ['a number emptied', OfficeSettings.shape.idleMinutes, null, '要填 5 到 240 之间的整数'],
  ] as const)('%s', async (_, schema, value, fault) => {
    expect(faultOf(schema, value)).toBe(fault)
    const [rule] = rulesOf(schema)
    const { validator } = rule as { validator: (rule: unknown, value: unknown) => Promise<void> }
    expect(
      await validator(rule, value).then(
        () => null,
        ({ message }: Error) => message,
      ),
    ).toBe(fault)
  })

  it('a field has its name, where it lies, and whether it may be empty', () => {
    expect(fieldOf(returnProblem.body.shape, 'reason')).toMatchObject({ name: 'reason', required: true })
    expect(fieldOf(MeasureFields.shape, 'funding', [2])).toMatchObject({ name: [2, 'funding'], required: false })
    expect(fieldOf(ProblemFields.shape, 'dueOn')).toMatchObject({ required: false })
    expect(fieldOf(OfficeSettings.shape.mail.shape, 'from', ['mail'])).toMatchObject({ name: ['mail', 'from'] })
  })
})

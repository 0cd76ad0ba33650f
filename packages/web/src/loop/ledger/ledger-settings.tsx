import { ApprovalStep, MOST_APPROVALS, problemSourceNames, problemSources, roleNames } from '@duizhao/contract'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import './ledger-settings.css'

/** Who can be given a level: the roles that approve. */
const APPROVERS = (['head', 'organiser', 'reviewer'] as const).map((value) => ({ value, label: roleNames[value] }))

/** The levels a strike-off goes through, for each source of problems. */
export function LedgerSettings() {
  return (
    <fieldset className="fieldset">
      <legend>销号的审批</legend>
      <p className="quiet">
        每种来源一到五级，从上到下依次审批。申请的人、报告进展的人、责任人、前面审批过的人都不能再审批。删除一级、换成别的角色、不再要上级，要另一位管理员同意才生效。
      </p>
      {problemSources.map((source) => (
        <Form.Item key={source} label={problemSourceNames[source]} className="chain">
          <Form.List name={['approvals', source]}>
            {(levels, { add, remove }) => (
              <>
                {levels.map(({ key, name }) => (
                  <div key={key} className="chain-level">
                    <Form.Item {...fieldOf(ApprovalStep.shape, 'name', [name])} noStyle>
                      <Input
                        aria-label={`${problemSourceNames[source]}第 ${name + 1} 级的名称`}
                        style={{ width: 180 }}
                      />
                    </Form.Item>
                    <Form.Item {...fieldOf(ApprovalStep.shape, 'role', [name])} noStyle>
                      <Select
                        aria-label={`${problemSourceNames[source]}第 ${name + 1} 级的角色`}
                        options={APPROVERS}
                        style={{ width: 150 }}
                      />
                    </Form.Item>
                    <Form.Item {...fieldOf(ApprovalStep.shape, 'isSuperior', [name])} noStyle valuePropName="checked">
                      <Checkbox>要在上级组织</Checkbox>
                    </Form.Item>
                    <Button size="small" disabled={levels.length === 1} onClick={() => remove(name)}>
                      删除
                    </Button>
                  </div>
                ))}
                <Button
                  size="small"
                  disabled={levels.length >= MOST_APPROVALS}
                  onClick={() => add({ name: '', role: 'reviewer', isSuperior: true })}
                >
                  加一级
                </Button>
              </>
            )}
          </Form.List>
        </Form.Item>
      ))}
    </fieldset>
  )
}

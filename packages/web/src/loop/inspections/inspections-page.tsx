import { endpoints, type InspectionEdition, inspectionEditionFacts, inspectionEditions } from '@duizhao/contract'
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { dateInChinese, dueInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { useChange } from '../../platform/service/api.ts'
import { grantedOver, holds, useSession } from '../../platform/service/session.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'

/** Inspections, each with the rules it was held under and when plan and report are due. */
export function InspectionsPage() {
  const session = useSession()
  const [organisationId, setOrganisationId] = useState(grantedOver(session, 'problem.read')[0]?.id)
  const [isRegistering, setRegistering] = useState(false)
  const pages = usePages(endpoints.listInspections, { params: { organisationId: organisationId ?? '' }, query: {} })
  return (
    <Page
      title="巡视巡察"
      facts="反馈的问题登记时注明是哪一次，整改方案和报告的时限按它适用的条例"
      actions={
        holds(session, 'problem.write') && (
          <Button type="primary" onClick={() => setRegistering(true)}>
            登记巡视巡察
          </Button>
        )
      }
    >
      <div className="filters" role="search" aria-label="筛选">
        <OrganisationSelect isPlain label="组织" value={organisationId} onChange={setOrganisationId} />
      </div>
      <List
        label="巡视巡察"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="还没有登记过巡视巡察。"
        columns={[
          { header: '名称', cell: ({ name }) => name },
          { header: '单位', cell: ({ organisation }) => organisation.name },
          { header: '适用', cell: ({ edition }) => inspectionEditionFacts[edition].name },
          { header: '反馈', cell: ({ fedBackOn }) => dateInChinese(fedBackOn) },
          {
            header: '整改方案',
            cell: ({ planOn }) => (planOn === null ? '没有规定' : dueInChinese(planOn, todayInChina())),
          },
          { header: '整改报告', cell: ({ reportOn }) => dueInChinese(reportOn, todayInChina()) },
        ]}
      />
      {isRegistering && <InspectionForm organisationId={organisationId} onClose={() => setRegistering(false)} />}
    </Page>
  )
}

interface Fields {
  readonly organisationId: string
  readonly name: string
  readonly edition: InspectionEdition
  readonly fedBackOn: string
}

interface InspectionFormProps {
  readonly organisationId: string | undefined
  readonly onClose: () => void
}

function InspectionForm({ organisationId, onClose }: InspectionFormProps) {
  const register = useChange(endpoints.registerInspection)
  return (
    <FormDialogue<Fields>
      title="登记巡视巡察"
      okText="登记巡视巡察"
      draft="inspection"
      initialValues={{ edition: 'patrol', ...(organisationId === undefined ? {} : { organisationId }) }}
      onSave={({ organisationId: place, ...body }) => register.mutateAsync({ params: { organisationId: place }, body })}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.registerInspection.params, 'organisationId')} label="单位">
        <OrganisationSelect />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.registerInspection.body.shape, 'name')} label="名称">
        <Input />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.registerInspection.body.shape, 'edition')} label="适用的条例">
        <Radio.Group
          options={inspectionEditions.map((value) => ({ value, label: inspectionEditionFacts[value].name }))}
        />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.registerInspection.body.shape, 'fedBackOn')} label="反馈日期">
        <DateField max={todayInChina()} />
      </Form.Item>
    </FormDialogue>
  )
}

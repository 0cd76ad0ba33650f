import { type LedgerImportChoices, type LedgerImportPreview, type OrganisationKind } from '@duizhao/contract'
import { organisationKindNames, organisationKinds, problemStateNames } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Radio, Select } from 'antd'
import { List } from '../../platform/archetypes/list.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { PersonSelect } from '../../platform/elements/person-select.tsx'

interface ChoicesProps {
  readonly preview: LedgerImportPreview
  readonly choices: LedgerImportChoices
  readonly onChange: (choices: LedgerImportChoices) => void
  /** Into which organisation. */
  readonly organisationId: string
}

/** What a person has to say of an import before it is written, and what it leaves alone. */
export function LedgerImportChoicesForm(props: ChoicesProps) {
  const { preview } = props
  return (
    <>
      {preview.alike.length > 0 && <Alike {...props} />}
      {preview.units.length > 0 && <UnitChoices {...props} />}
      {preview.people.length > 0 && <PeopleChoices {...props} />}
      {preview.missing.count > 0 && <Missing missing={preview.missing} />}
    </>
  )
}

function Alike({ preview: { alike }, choices, onChange }: ChoicesProps) {
  const say = (lines: readonly number[], isSame: boolean): void =>
    onChange({
      ...choices,
      same: [...choices.same.filter(({ line }) => !lines.includes(line)), ...lines.map((line) => ({ line, isSame }))],
    })
  const all = alike.map(({ line }) => line)
  const left = all.filter((line) => !choices.same.some((said) => said.line === line)).length
  return (
    <section aria-label="是不是同一个问题">
      <h2>是不是同一个问题</h2>
      <Alert
        type="warning"
        role="status"
        className="before-form"
        title={`有 ${all.length} 个和台账里的问题只差几个字，请逐个看：是同一个，就把台账里的改成文件里的写法；不是，就新登记。${left > 0 ? `还有 ${left} 个没有选。` : ''}`}
      />
      <p className="actions">
        <Button size="small" onClick={() => say(all, true)}>
          都是同一个
        </Button>
        <Button size="small" onClick={() => say(all, false)}>
          都是新问题
        </Button>
      </p>
      <List
        label="是不是同一个问题"
        rows={alike}
        keyOf={({ line }) => String(line)}
        whenEmpty=""
        columns={[
          { header: '行', cell: ({ sheet, row }) => `${sheet} 第 ${row} 行` },
          { header: '文件里', cell: ({ text }) => text },
          {
            header: '台账里',
            cell: ({ problem: { number, text, organisationName } }) => (
              <>
                {text}
                <div className="quiet">
                  {number} 号，{organisationName}
                </div>
              </>
            ),
          },
          {
            header: '是不是',
            cell: ({ line, row }) => (
              <Radio.Group
                aria-label={`第 ${row} 行是不是同一个问题`}
                value={choices.same.find((said) => said.line === line)?.isSame}
                onChange={({ target }) => say([line], target.value === true)}
                options={[
                  { label: '同一个', value: true },
                  { label: '新问题', value: false },
                ]}
              />
            ),
          },
        ]}
      />
    </section>
  )
}

function UnitChoices({ preview, choices, onChange, organisationId }: ChoicesProps) {
  const choose = (name: string, chosen: { organisationId: string | null; create: OrganisationKind | null }): void =>
    onChange({ ...choices, units: [...choices.units.filter((unit) => unit.name !== name), { name, ...chosen }] })
  return (
    <section aria-label="责任单位">
      <h2>责任单位</h2>
      <p className="quiet">新登记的问题放到责任单位的台账里。下面没有这个名称的，先放在导入的组织；可以另选。</p>
      <List
        label="责任单位"
        rows={preview.units}
        keyOf={({ name }) => name}
        whenEmpty=""
        columns={[
          { header: '文件里写的', cell: ({ name }) => name },
          { header: '问题', cell: ({ problems }) => <span className="number">{problems} 个</span> },
          {
            header: '登记到',
            cell: ({ name, organisation }) => {
              const chosen = choices.units.find((unit) => unit.name === name)
              const at = chosen === undefined ? organisation?.id : chosen.organisationId
              return (
                <span className="filters">
                  {chosen?.create == null && (
                    <OrganisationSelect
                      label={`${name}登记到`}
                      value={at ?? organisationId}
                      onChange={(id) =>
                        choose(name, { organisationId: id === organisationId ? null : (id ?? null), create: null })
                      }
                    />
                  )}
                  {preview.mayCreateUnits && organisation === null && (
                    <Select<OrganisationKind>
                      aria-label={`新建${name}`}
                      placeholder="或者新建"
                      allowClear
                      value={chosen?.create ?? null}
                      onChange={(kind: OrganisationKind | undefined) =>
                        choose(name, { organisationId: null, create: kind ?? null })
                      }
                      options={organisationKinds.map((kind) => ({
                        value: kind,
                        label: `新建${organisationKindNames[kind]}`,
                      }))}
                    />
                  )}
                </span>
              )
            },
          },
        ]}
      />
    </section>
  )
}

function PeopleChoices({ preview, choices, onChange, organisationId }: ChoicesProps) {
  const choose = (name: string, personId: string | null): void => {
    const others = choices.people.filter((person) => person.name !== name)
    onChange({ ...choices, people: personId === null ? others : [...others, { name, personId }] })
  }
  return (
    <section aria-label="没有对应到的人">
      <h2>没有对应到的人</h2>
      <p className="quiet">选好一次，表里所有写着这个名字的行都算。不选的，名字写在措施的责任人里。</p>
      <List
        label="没有对应到的人"
        rows={preview.people}
        keyOf={({ name }) => name}
        whenEmpty=""
        columns={[
          { header: '文件里写的', cell: ({ name }) => name },
          { header: '几处', cell: ({ places }) => <span className="number">{places} 处</span> },
          { header: '原因', cell: ({ isSeveral }) => (isSeveral ? '有几个人叫这个名字' : '没有叫这个名字的人员') },
          {
            header: '对应到',
            cell: ({ name }) => (
              <PersonSelect
                label={`${name}是`}
                organisationId={organisationId}
                mayBeEmpty
                value={choices.people.find((person) => person.name === name)?.personId ?? null}
                onChange={(personId) => choose(name, personId)}
              />
            ),
          },
        ]}
      />
    </section>
  )
}

function Missing({ missing: { count, first } }: { readonly missing: LedgerImportPreview['missing'] }) {
  return (
    <section aria-label="不在文件里的问题">
      <h2>不在文件里的问题</h2>
      <p className="quiet">
        {count} 个问题以前和文件里的一起导入过、还没有销号，这次文件里没有。导入不动它们；该销号、该并入的请在系统里办。
        {count > first.length && `列出前 ${first.length} 个。`}
      </p>
      <List
        label="不在文件里的问题"
        rows={first}
        keyOf={({ id }) => id}
        whenEmpty=""
        columns={[
          { header: '编号', cell: ({ number }) => <span className="number">{number}</span> },
          {
            header: '问题',
            cell: ({ id, text }) => (
              <Link to="/problems/$problemId" params={{ problemId: id }} target="_blank">
                {text}
              </Link>
            ),
          },
          { header: '单位', cell: ({ organisationName }) => organisationName },
          { header: '状态', cell: ({ state }) => problemStateNames[state] },
        ]}
      />
    </section>
  )
}

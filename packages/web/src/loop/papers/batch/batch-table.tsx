import { type BatchFile, type PaperKind, paperKindNames } from '@duizhao/contract'
import { Select } from 'antd'
import { List } from '../../../platform/archetypes/list.tsx'
import { PersonSelect } from '../../../platform/elements/person-select.tsx'
import { paperKindOptions } from '../paper-words.tsx'
import { isOfPerson, missingIn, type Said } from './batch-choices.ts'

interface BatchTableProps {
  readonly files: readonly BatchFile[]
  readonly organisationId: string
  readonly saidOf: (file: BatchFile) => Said
  readonly onSay: (file: BatchFile, said: Partial<Said>) => void
}

/** The files that can be put in: what was read of each, what is asked, and what becomes of it. */
export function BatchTable({ files, organisationId, saidOf, onSay }: BatchTableProps) {
  return (
    <List
      label="这一批的文件"
      rows={files}
      keyOf={({ id }) => id}
      whenEmpty="没有还要说明的文件。"
      columns={[
        { header: '文件', cell: (file) => <FileCell file={file} said={saidOf(file)} /> },
        {
          header: '种类',
          cell: (file) => (
            <Select<PaperKind>
              aria-label={`种类：${file.name}`}
              placeholder="请选种类"
              disabled={saidOf(file).as === 'version'}
              value={saidOf(file).kind}
              options={paperKindOptions}
              popupMatchSelectWidth={false}
              onChange={(kind) => onSay(file, { kind, ...(saidOf(file).as === 'left' ? { as: 'new' } : {}) })}
            />
          ),
        },
        {
          header: '作者',
          cell: (file) =>
            isOfPerson(saidOf(file).kind) && saidOf(file).as !== 'version' ? (
              <PersonSelect
                label={`作者：${file.name}`}
                organisationId={organisationId}
                present={file.person}
                value={saidOf(file).personId}
                onChange={(personId) => onSay(file, { personId })}
              />
            ) : (
              <span className="quiet">{file.person?.name ?? (saidOf(file).kind === null ? '' : '单位的')}</span>
            ),
        },
        {
          header: '处理',
          cell: (file) => (
            <Select<Said['as']>
              aria-label={`处理：${file.name}`}
              value={saidOf(file).as}
              options={optionsOf(file)}
              popupMatchSelectWidth={false}
              onChange={(as) => onSay(file, { as })}
            />
          ),
        },
      ]}
    />
  )
}

function FileCell({ file, said }: { readonly file: BatchFile; readonly said: Said }) {
  const missing = missingIn(said)
  return (
    <>
      {file.title}
      <div className="quiet">{file.path}</div>
      {file.message !== '' && <div className="fault">{file.message}</div>}
      {missing === 'kind' && <div className="batch-asked">认不出种类，请选。</div>}
      {missing === 'person' && <div className="batch-asked">认不出是谁的，请选。</div>}
    </>
  )
}

function optionsOf({ nextOf }: BatchFile): { readonly value: Said['as']; readonly label: string }[] {
  return [
    { value: 'new', label: '新的文稿' },
    ...(nextOf === null ? [] : [{ value: 'version' as const, label: `《${nextOf.title}》的第 ${nextOf.ordinal} 版` }]),
    { value: 'left', label: '不交' },
  ]
}

/** What is settled of a batch: put in, left out, the same as another, each with a sentence. */
export function SettledFiles({ files }: { readonly files: readonly BatchFile[] }) {
  const doubles = files.filter(({ state }) => state === 'double')
  if (doubles.length === 0) return null
  return (
    <section aria-label="重复的">
      <h2>重复的 {doubles.length} 个，不用再交</h2>
      <ul>
        {doubles.map(({ id, path, message }) => (
          <li key={id}>
            {path}　<span className="quiet">{message}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How many of each kind, in words. */
export function sortedInWords(files: readonly BatchFile[], saidOf: (file: BatchFile) => Said): string {
  const kinds = Map.groupBy(
    files.filter((file) => saidOf(file).as !== 'left'),
    (file) => saidOf(file).kind,
  )
  return [...kinds]
    .map(([kind, { length }]) => `${kind === null ? '认不出的' : paperKindNames[kind]} ${length} 份`)
    .join('，')
}

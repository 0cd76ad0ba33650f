/**
 * For the benchmark, `node fill-search.ts <database> <root organisation> <rows>`: fills the search with people of a
 * thousand units below the root, as many as wanted in all, the same for the same number.
 */
import { v7 as newId } from 'uuid'
import { columnsOf } from '../platform/access.ts'
import { openPool } from '../platform/database/pool.ts'
import { searchablePerson } from '../office/organisation/searchable.ts'
import { indexWords } from '../platform/search/words.ts'

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗']
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉志林红波宁玉兰峰海燕']
const POSITIONS = ['科员', '办公室主任', '副科长', '党支部书记', '四级调研员', '会计', '驾驶员', '工程师']
const BUREAUS = ['水务局', '教育局', '财政局', '卫生健康局', '交通运输局', '住房和城乡建设局', '农业农村局', '审计局']
const UNITS = 1_000
const BATCH = 5_000

const [url = '', rootId = '', size = ''] = process.argv.slice(2)
const rows = Number(size)
const { pool, close } = openPool(url, 2)
const units = Array.from({ length: UNITS }, (_, index) => {
  const id = newId()
  return {
    id,
    path: [rootId, id],
    name: `临江市第${Math.floor(index / BUREAUS.length) + 1}片区${BUREAUS[index % BUREAUS.length]}`,
  }
})

/** A number below `limit` that follows from the row alone. */
function pick(row: number, salt: number, limit: number): number {
  let mixed = Math.imul(row ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) % limit
}

function entry(row: number) {
  const unit = units[row % UNITS]
  const name = `${SURNAMES[pick(row, 1, SURNAMES.length)]}${GIVEN[pick(row, 2, GIVEN.length)]}${GIVEN[pick(row, 3, GIVEN.length)]}`
  const position = POSITIONS[pick(row, 4, POSITIONS.length)] ?? ''
  if (!unit) throw new RangeError('no unit')
  const { id, path, title, context, link, text } = searchablePerson({ id: newId(), name, position }, unit)
  const { a1, a2 } = columnsOf(path)
  return { id, a1, a2, title, context, link, words: indexWords(`${title}\n${text}`) }
}

await pool.query(
  `insert into organisation (id, parent_id, kind, name, level, a1, a2)
   select id, $1, 'unit', name, 2, $1, id from json_to_recordset($2) as given(id uuid, name text)`,
  [rootId, JSON.stringify(units)],
)
await pool.query('drop index search_entry_words')
for (let from = 0; from < rows; from += BATCH) {
  const batch = Array.from({ length: Math.min(BATCH, rows - from) }, (_, index) => entry(from + index))
  await pool.query(
    `insert into search_entry (kind, id, a1, a2, title, context, link, words)
     select 'person', id, a1, a2, title, context, link, array_to_tsvector(words)
     from json_to_recordset($1) as given(id uuid, a1 uuid, a2 uuid, title text, context text, link text, words text[])`,
    [JSON.stringify(batch)],
  )
}
await pool.query('create index search_entry_words on search_entry using gin (words)')
await pool.query('vacuum analyze search_entry')
await close()

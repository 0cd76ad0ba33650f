/**
 * Fills a migrated, empty database with a region's ledger of the size given, for benchmarks:
 * `node fill-ledger.ts DATABASE_URL SIZE`. A root, 10 cities, 10 counties each, 20 units each; problems evenly over the
 * units, every fifth open. Prints nothing.
 */
import process from 'node:process'
import pg from 'pg'
import { idInSql } from './bench-ids.ts'

const [url = '', size = '0'] = process.argv.slice(2)
const client = new pg.Client({ connectionString: url })
await client.connect()

const CITIES = 10
const COUNTIES = 100
const UNITS = 2_000

const statements = [
  `truncate organisation cascade`,
  `insert into organisation (id, kind, name, level, a1) values (${idInSql('1', '0')}, 'committee', '省', 1, ${idInSql('1', '0')})`,
  `insert into organisation (id, parent_id, kind, name, level, a1, a2)
   select ${idInSql('2', 'n')}, ${idInSql('1', '0')}, 'committee', '市' || n, 2, ${idInSql('1', '0')}, ${idInSql('2', 'n')}
   from generate_series(0, ${CITIES - 1}) as n`,
  `insert into organisation (id, parent_id, kind, name, level, a1, a2, a3)
   select ${idInSql('3', 'n')}, ${idInSql('2', 'n / 10')}, 'committee', '县' || n, 3, ${idInSql('1', '0')}, ${idInSql('2', 'n / 10')}, ${idInSql('3', 'n')}
   from generate_series(0, ${COUNTIES - 1}) as n`,
  `insert into organisation (id, parent_id, kind, name, level, a1, a2, a3, a4)
   select ${idInSql('4', 'n')}, ${idInSql('3', 'n / 20')}, 'unit', '单位' || n, 4, ${idInSql('1', '0')}, ${idInSql('2', 'n / 200')}, ${idInSql('3', 'n / 20')}, ${idInSql('4', 'n')}
   from generate_series(0, ${UNITS - 1}) as n`,
  `insert into person (id, organisation_id, name)
   select ${idInSql('6', 'n')}, ${idInSql('4', 'n')}, substr('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许', 1 + n / 5 % 20, 1) || substr('伟芳娜敏静丽强磊军洋', 1 + n / 100 % 10, 1) || n
   from generate_series(0, ${UNITS - 1}) as n`,
  `alter table problem disable trigger user`,
  `insert into problem (id, organisation_id, lead_id, lead_order, unit_order, numbered_by, unit_number, a1, a2, a3, a4, source, aspect, text, class, due_on, state, is_overdue, registered_on, changed_at)
   select ${idInSql('5', 'n')}, ${idInSql('4', 'u')}, case when n % 7 > 0 then ${idInSql('6', 'u')} end, case when n % 7 > 0 then person_order(${idInSql('6', 'u')}) else 'z' end, name_order('单位' || u), ${idInSql('4', 'u')}, row_number() over (partition by u order by n), ${idInSql('1', '0')}, ${idInSql('2', 'u / 200')}, ${idInSql('3', 'u / 20')}, ${idInSql('4', 'u')},
     (array['meeting', 'criticism', 'opinion', 'inspection', 'audit', 'hazard', 'petition', 'other'])[1 + n % 8],
     '方面' || n % 12, '第' || n || '个问题：台账记录缺了几处', (array['dated', 'dated', 'immediate', 'sustained'])[1 + n % 4],
     date '2026-01-01' + (((hashint4(n) & 2147483647) % 720)), case when n % 5 = 0 then 'rectifying' else 'struck_off' end,
     n % 5 = 0 and date '2026-01-01' + (((hashint4(n) & 2147483647) % 720)) < date '2026-11-21', date '2025-12-01', now()
   from (select n, (n::bigint * 104729 % ${UNITS})::int as u from generate_series(0, ${Number(size) - 1}) as n) as numbered`,
  `alter table problem enable trigger user`,
  `insert into problem_count (organisation_id, source, class, state, is_proved, is_overdue, count)
   select above.id, source, class, state, proved_on is not null, is_overdue, count(*)
   from problem, unnest(array[a1, a2, a3, a4]) as above(id) group by 1, 2, 3, 4, 5, 6`,
  `insert into problem_flow (organisation_id, dated_on, entered_on, registered, struck_off)
   select above.id, registered_on, registered_on, count(*), count(*) filter (where state = 'struck_off')
   from problem, unnest(array[a1, a2, a3, a4]) as above(id) group by 1, 2, 3`,
  `vacuum (analyze) problem, problem_count, organisation, person`,
]
for (const statement of statements) await client.query(statement)
await client.end()

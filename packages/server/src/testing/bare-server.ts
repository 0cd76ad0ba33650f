/**
 * For the benchmark, `node bare-server.ts <database> <organisation>`: Fastify with nothing around it. `/same` answers with
 * the people of the organisation as they were when it started, `/queried` asks the database for them each time. Says its
 * address in one line.
 */
import fastify from 'fastify'
import { openPool } from '../platform/database/pool.ts'
import { peoplePage } from '../office/organisation/people-queries.ts'
import { organisationById } from '../office/organisation/queries.ts'

const [url = '', organisationId = ''] = process.argv.slice(2)
const { db } = openPool(url)
const organisation = await organisationById(db, organisationId)
if (!organisation) throw new Error(`no organisation ${organisationId}`)
const people = () => peoplePage(db, organisation, { limit: 50, text: '', below: false, now: new Date() })
const answer = await people()

const app = fastify()
app.get('/same', async () => answer)
app.get('/queried', people)
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`)

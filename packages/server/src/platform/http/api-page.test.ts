import { createHash } from 'node:crypto'
import { type Endpoint, endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type Office, openOffice } from '../../testing/office.ts'
import { fieldsOf, parameterOf } from './api-fields.ts'

let office: Office
let html = ''
let policy = ''
let described: { readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>> }

beforeAll(async () => {
  office = await openOffice()
  const response = await office.app.inject({ url: '/help/api' })
  expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  html = response.body
  policy = String(response.headers['content-security-policy'])
  described = (await office.app.inject({ url: '/api/openapi.json' })).json()
})
afterAll(() => office.close())

const all = Object.entries(endpoints as Readonly<Record<string, Endpoint>>)

it.each(all)('%s is on the page and in the description for machines', (_, { action, summary, method, path }) => {
  const [, rest = ''] = html.split(`<section id="${action}">`)
  const [section = ''] = rest.split('</section>')
  expect(section).toContain(`<h3>${summary}</h3>`)
  expect(section).toContain(`${method} /api${path}`)
  const place = `/api${path.replaceAll(/:(\w+)/g, '{$1}')}`
  expect(described.paths[place]?.[method.toLowerCase()]?.operationId).toBe(action)
})

it('every endpoint has an address and an action of its own', () => {
  const addresses = all.map(([, { method, path }]) => `${method} ${path.replaceAll(/:\w+/g, ':')}`)
  expect(new Set(addresses).size).toBe(all.length)
  expect(new Set(all.map(([, { action }]) => action)).size).toBe(all.length)
})

it('holds no script and asks for nothing from elsewhere; the policy allows its own style and no more', () => {
  expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|\sstyle=|javascript:|https?:\/\/|url\(/i)
  const [, style = ''] = /<style>([^<]*)<\/style>/.exec(html) ?? []
  const hash = createHash('sha256').update(style).digest('base64')
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ])
})

it('is well-formed: what is opened is closed, in order, groups have names, links within the page lead somewhere', () => {
  const open: string[] = []
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z]\w*)[^>]*>/g)) {
    if (tag === 'meta') continue
    if (slash === '') open.push(tag)
    else expect(open.pop()).toBe(tag)
  }
  expect(open).toEqual([])
  for (const [, name] of html.matchAll(/<h2[^>]*>([^<]*)</g)) expect(name).toMatch(/^\p{Script=Han}+$/u)
  for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(html).toContain(`id="${target}"`)
})

it('says of each value where it is, what it may be, and what it is if left out', () => {
  const body = z.object({
    name: z.string().min(2).max(40).describe('姓名'),
    kinds: z.array(z.enum(['a', 'b'])),
    place: z.object({ id: z.uuid(), until: z.iso.date().nullable() }).optional(),
    days: z.int().min(0).default(30),
  })
  expect(fieldsOf(body, 'input')).toEqual([
    { name: 'name', type: '文字，2—40 字', isRequired: true, meaning: '姓名' },
    { name: 'kinds', type: '列表，每项是"a" | "b"', isRequired: true, meaning: '' },
    { name: 'place', type: '对象', isRequired: false, meaning: '' },
    { name: 'place.id', type: '编号（UUID）', isRequired: true, meaning: '' },
    { name: 'place.until', type: '日期（年-月-日） 或 null', isRequired: true, meaning: '' },
    { name: 'days', type: '整数，不小于 0', isRequired: false, meaning: '不写则为 30' },
  ])
  expect(fieldsOf(z.object({ items: z.array(z.object({ id: z.int() })) }), 'output').map(({ name }) => name)).toEqual([
    'items',
    'items[].id',
  ])
  expect(fieldsOf(z.undefined(), 'input')).toEqual([])
  expect(parameterOf('limit', z.coerce.number().int().min(1).max(200).default(50))).toMatchObject({
    type: '整数，1—200',
    isRequired: false,
  })
})

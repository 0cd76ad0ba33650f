import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'
import type axe from 'axe-core'
import { type Browser, chromium, type Page, type Request } from 'playwright-core'
import { requireChromium } from '../../../tools/chromium.ts'
import { freshWeb } from '../../../tools/web.ts'
import { type Office, openOffice, PASSWORD } from '../../../packages/server/src/testing/office.ts'

/** A fictional office that listens on a port, with the web application, and a browser to look at it. */
export interface WebOffice {
  readonly office: Office
  readonly address: string
  /** A browser of one's own, as of a person at a machine. */
  open(viewport?: { width: number; height: number }): Promise<Seat>
  close(): Promise<void>
}

/** A person's browser window; what it asked for elsewhere and what it complained about is written down. */
export interface Seat {
  readonly page: Page
  readonly foreign: readonly string[]
  readonly complaints: readonly string[]
  signIn(login: string, password?: string): Promise<void>
  /** Signs in, sees the home page and goes to another. */
  enter(login: string, path: string): Promise<void>
  /** Goes to another page as a link in the application does, without loading it anew; it is there when this returns. */
  visit(path: string): Promise<void>
  /** Returns when nothing is under way any more. */
  settle(): Promise<void>
  /** Gets up; what the browser kept of the application serves the next, what it kept of the person is gone. */
  leave(): Promise<void>
}

const PHONE = { width: 390, height: 844 }
const SCREEN = { width: 1440, height: 900 }

/** A page that asks for nothing more during so many milliseconds has everything. */
const QUIET = 200

/**
 * What the offices of one worker after another share: the browser, the windows nobody sits at, and the port. A window that
 * is used again still has the application compiled, which is most of what a first visit costs; it knows it by its address.
 */
const shared: { browser?: Promise<Browser>; readonly free: Page[]; port: number } = { free: [], port: 0 }

/** Optimising what runs once costs a quarter of the time of a page, a process for each window an eighth. */
const ARGUMENTS = ['--no-sandbox', '--js-flags=--no-opt', '--renderer-process-limit=1']

async function freePage(): Promise<Page> {
  const page = shared.free.pop()
  if (page) return page
  shared.browser ??= chromium.launch({ executablePath: requireChromium(), args: ARGUMENTS })
  const browser = await shared.browser
  const context = await browser.newContext({ acceptDownloads: true, locale: 'zh-CN', reducedMotion: 'reduce' })
  return context.newPage()
}

export async function openWebOffice(): Promise<WebOffice> {
  const office = await openOffice(await freshWeb())
  const address = await office.app.listen({ host: '127.0.0.1', port: shared.port })
  shared.port = Number(new URL(address).port)
  const taken = new Set<Page>()

  async function open(viewport = SCREEN): Promise<Seat> {
    const page = await freePage()
    taken.add(page)
    await page.setViewportSize(viewport)
    const foreign: string[] = []
    const complaints: string[] = []
    const underWay = new Set<Request>()
    for (const end of ['requestfinished', 'requestfailed'] as const)
      page.on(end as 'requestfinished', (request) => void underWay.delete(request))
    page.on('request', (request) => {
      underWay.add(request)
      const url = request.url()
      if (!url.startsWith(address) && !url.startsWith('blob:') && !url.startsWith('data:')) foreign.push(url)
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      // A refused request (401 before signing in, 400 on a wrong cell) is an answer, not a fault of the page.
      const isAnswer = message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && !isAnswer) complaints.push(message.text())
    })
    async function signIn(login: string, password = PASSWORD): Promise<void> {
      await page.goto(address)
      await page.getByLabel('账号').fill(login)
      await page.getByLabel('口令').fill(password)
      await page.getByRole('button', { name: '登录' }).click()
    }
    async function settle(): Promise<void> {
      for (let since = Date.now(); Date.now() - since < QUIET; await wait(20)) if (underWay.size > 0) since = Date.now()
      await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
    }
    async function visit(path: string): Promise<void> {
      if (new URL(page.url()).pathname !== path) {
        await page.evaluate((to) => {
          document.title = ''
          history.pushState({}, '', to)
        }, path)
        await page.waitForFunction(() => document.title !== '')
      }
      await page.getByRole('heading', { level: 1 }).waitFor()
      await settle()
    }
    async function enter(login: string, path: string): Promise<void> {
      await signIn(login)
      await page.getByRole('heading', { name: '今天要做的事' }).waitFor()
      await visit(path)
    }
    async function leave(): Promise<void> {
      page.removeAllListeners()
      // A window is used again: as it was, not as somebody last looked at a print.
      await page.emulateMedia({ media: null })
      // Away from the application, which may be about to keep a draft.
      await page.goto(`${address}/health`)
      await page.evaluate(() => localStorage.clear())
      await page.context().clearCookies()
      taken.delete(page)
      shared.free.push(page)
    }
    return { page, foreign, complaints, signIn, enter, visit, settle, leave }
  }

  return {
    office,
    address,
    open,
    close: async () => {
      await Promise.all([...taken].map((page) => page.context().close()))
      await office.close()
    },
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * The serious findings of axe on what a page shows now, each with where it is. Contrast, which takes as long as all the
 * rest, may be left out where the same was looked at in another width: colours do not depend on it.
 */
export async function seriousFindings(page: Page, withContrast = true): Promise<string[]> {
  // Not through a script element: the policy of the page allows none.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const found = await page.evaluate(async (enabled) => {
    const checker = (globalThis as unknown as { axe: typeof axe }).axe
    const rules = { 'color-contrast': { enabled } }
    const { violations } = await checker.run(document, { resultTypes: ['violations'], rules })
    return violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      places: nodes.map(({ target }) => target.join(' ')),
    }))
  }, withContrast)
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, places }) => `${id}: ${places.join(', ')}`)
}

/** True if nothing of the page lies outside the window's width. */
export function fitsWidth(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= globalThis.innerWidth)
}

/**
 * What is wrong with pages of the application, each opened on a phone and then made as wide as a screen. A page `known`
 * from somebody else is looked at on the phone alone, where there is the least room: roles have other buttons, not
 * another layout or other colours.
 */
export async function faultsOf(
  seat: Seat,
  paths: readonly string[],
  known: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const faults: string[] = []
  for (const path of paths) {
    for (const size of known.has(path) ? [PHONE] : [PHONE, SCREEN]) {
      await seat.page.setViewportSize(size)
      await seat.visit(path)
      const found = await seriousFindings(seat.page, size === SCREEN)
      if (!(await fitsWidth(seat.page))) found.push('wider than the window')
      faults.push(...found.map((fault) => `${path} at ${size.width} pixels: ${fault}`))
    }
  }
  return faults
}

import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { folderOf, material, runCli } from './testing/run-cli.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const NOTICE = '柳湾村党支部2025年度组织生活会会议记录\n会议时间：2026年1月25日\n应到12人，实到10人'
const OFD = zipSync({ 'OFD.xml': utf8('<a/>') })

describe('every file given', () => {
  it('is read, or named with why, and the verdict and the exit code say so', async () => {
    const folder = folderOf({
      '会议/记录.txt': NOTICE,
      '会议/签到.rtf': String.raw`{\rtf1\ansi \u31614?\u21040?}`,
      '会议/公文.ofd': OFD,
      '会议/照片.jpg': 'x',
    })
    const { code, out, err } = await runCli(folder, 'check', '会议')
    expect(code).toBe(2)
    expect(out).toContain('没有读：会议/公文.ofd（是 OFD 版式文件，不能读取）')
    expect(out).toContain('另有 1 份没有读，不在这个结论里。')
    expect(out).toContain('会议/签到.rtf')
    expect(out).toContain('另有 1 个文件不是文档，没有读：会议/照片.jpg。')
    expect(err).toContain('请在阅读器中导出为 .pdf（文字版）或 .docx。')
  })

  it.each([['check'], ['ledger', 'lint'], ['compare']])('by %s %s', async (...command) => {
    const folder = folderOf({ '交来/甲.txt': NOTICE, '交来/乙.ofd': OFD })
    const { code, out } = await runCli(folder, ...command, '交来')
    expect([code, out]).toEqual([2, expect.stringContaining('另有 1 份没有读')])
  })

  it('in a .zip with names in GBK, or sent along with a mail, is read as a file of its own', async () => {
    // “材料” in GBK, which Windows writes without saying so.
    const name = String.fromCharCode(0xb2, 0xc4, 0xc1, 0xcf)
    const zip = zipSync({ [`${name}/a.txt`]: utf8(NOTICE), [`${name}/b.jpg`]: utf8('x') })
    const folder = folderOf({ '一.zip': withGbkNames(zip, name), '二.eml': mail('柳湾.txt', NOTICE) })
    const { code, out, err } = await runCli(folder, 'check', '一.zip', '二.eml')
    expect(code).not.toBe(2)
    expect(out).toContain('一.zip/材料/a.txt')
    expect(out).toContain('二.eml/柳湾.txt')
    expect(err).toContain('没有读：一.zip/材料/b.jpg')
    expect((await runCli(folder, 'read', '二.eml/柳湾.txt')).out).toBe(NOTICE)
  })

  it('in a .zip is reviewed in a process of its own', async () => {
    const zip = zipSync({ 'a.txt': utf8(material('临江市民政局', '')) })
    const { code, out } = await runCli(folderOf({ '材料.zip': zip }), 'review', '材料.zip')
    expect([code, out]).toEqual([1, expect.stringContaining('材料.zip/a.txt')])
  })

  it('that is an archive which cannot be opened is named', async () => {
    const folder = folderOf({ '坏.zip': utf8('PK\x03\x04nothing'), '空.zip': zipSync({}) })
    const { code, err } = await runCli(folder, 'check', '坏.zip', '空.zip')
    expect([code, err]).toEqual([2, expect.stringMatching(/“坏\.zip”已损坏[\s\S]*“空\.zip”/)])
  })
})

/** zipSync writes names as UTF-8 and says so; this writes their Latin-1 bytes and does not. */
function withGbkNames(zip: Uint8Array, name: string): Uint8Array {
  const utf8Name = utf8(name)
  const gbk = Uint8Array.from(name, (char) => char.charCodeAt(0))
  const padded = Uint8Array.from({ length: utf8Name.length }, (_, i) => gbk[i] ?? 0x2f)
  const bytes = zip.slice()
  for (let at = 0; at + utf8Name.length <= bytes.length; at++) {
    if (utf8Name.every((byte, i) => bytes[at + i] === byte)) bytes.set(padded, at)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 3) bytes[at + 7] = 0
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1) bytes[at + 9] = 0
  }
  return bytes
}

function mail(name: string, words: string): string {
  const base64 = (text: string): string => Buffer.from(text).toString('base64')
  return [
    'From: a@example.com',
    'To: b@example.com',
    `Subject: =?utf-8?B?${base64('报送材料')}?=`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="x"',
    '',
    '--x',
    'Content-Type: text/plain; charset=gb2312',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '=B2=C4=C1=CF=BC=FB=B8=BD=BC=FE=A1=A3',
    '--x',
    `Content-Type: text/plain; name="=?utf-8?B?${base64(name)}?="`,
    'Content-Disposition: attachment',
    'Content-Transfer-Encoding: base64',
    '',
    base64(words),
    '--x--',
  ].join('\r\n')
}

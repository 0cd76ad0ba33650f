import { describe, expect, it } from 'vitest'
import { ReadingRefusal } from './refusal.ts'
import { attributeOf, decodeXml, decodeXmlPieces, parseXml, type XmlElement } from './xml.ts'
import { encodeUtf16 } from './testing/encode.ts'

function refusal(source: string): string {
  try {
    parseXml(source)
    return 'read'
  } catch (error) {
    return error instanceof ReadingRefusal ? error.reason : 'thrown'
  }
}

describe('parsing XML', () => {
  it('gives names without prefix and the places of tags and contents', () => {
    const source = '\uFEFF<?xml version="1.0"?>\r\n<w:p w:id="1" r:note="2">\r\n<w:t>𠀀甲&amp;乙</w:t ><w:b/></w:p>'
    const root = parseXml(source)
    const cut = ({ start, end }: Pick<XmlElement, 'start' | 'end'>): string => source.slice(start, end)
    expect(root.children.map(({ name }) => name)).toEqual(['t', 'b'])
    expect(root.children.map(cut)).toEqual(['<w:t>𠀀甲&amp;乙</w:t >', '<w:b/>'])
    expect(root.children.map(({ contentStart, contentEnd }) => source.slice(contentStart, contentEnd))).toEqual([
      '𠀀甲&amp;乙',
      '',
    ])
    expect(root.children[0]?.text).toBe('𠀀甲&乙')
    expect([attributeOf(root, 'id'), attributeOf(root, 'note'), attributeOf(root, 'd')]).toEqual(['1', '2', undefined])
  })

  it('refuses declared entities as a bomb and everything broken as damage', () => {
    expect(refusal('<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>')).toBe('bomb')
    expect(refusal('<a>'.repeat(300) + '</a>'.repeat(300))).toBe('bomb')
    for (const broken of [
      '',
      '甲',
      '<a>',
      '<a></b>',
      '<a>&b;</a>',
      '<a>&constructor;</a>',
      '<a/><b/>',
      '<a b="1" b="2"/>',
    ]) {
      expect([broken, refusal(broken)]).toEqual([broken, 'damaged'])
    }
  })

  it('decodes UTF-8 and UTF-16, also when a character is cut between pieces', () => {
    const bytes = new TextEncoder().encode('<a>组织生活</a>')
    expect([...decodeXmlPieces([bytes.subarray(0, 4), bytes.subarray(4)])].join('')).toBe('<a>组织生活</a>')
    expect(decodeXml(encodeUtf16('\uFEFF<a>组织</a>', 'little'))).toBe('\uFEFF<a>组织</a>')
    expect(() => decodeXml(Uint8Array.of(0x3c, 0xff, 0x3e))).toThrow(expect.objectContaining({ reason: 'damaged' }))
  })
})

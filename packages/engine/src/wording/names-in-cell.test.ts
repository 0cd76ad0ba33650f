import { describe, expect, it } from 'vitest'
import { looksLikeName, looksLikeUnit, namesInCell, peopleIn } from './names-in-cell.ts'

describe('names in a cell', () => {
  it.each<[cell: string, people: readonly string[], units?: readonly string[]]>([
    ['王明', ['王明']],
    ['王明、李强', ['王明', '李强']],
    ['王明，李强；赵小红', ['王明', '李强', '赵小红']],
    ['张三/李四', ['张三', '李四']],
    ['王明\n李强', ['王明', '李强']],
    ['王明 李强', ['王明', '李强']],
    ['王明和李强', ['王明', '李强']],
    ['李和平、张和', ['李和平', '张和']],
    // Others are meant as well, or nobody.
    ['王明等', ['王明']],
    ['王明等同志', ['王明']],
    ['王明、李强等5名同志', ['王明', '李强']],
    ['王明同志', ['王明']],
    ['王明 同志、李强 同志', ['王明', '李强']],
    // Blanks that pad and blanks that divide.
    ['王 明', ['王明']],
    ['王　明、李　强', ['王明', '李强']],
    ['王  明  ', ['王明']],
    ['欧阳 明', ['欧阳明']],
    ['欧阳　明、王小红', ['欧阳明', '王小红']],
    ['欧 阳 明', ['欧阳明']],
    ['欧阳小明', ['欧阳小明']],
    ['司马 小明 李强', ['司马小明', '李强']],
    ['王 小 明', ['王小明']],
    ['王 小明', ['王小明']],
    ['王小 明', ['王小明']],
    ['王 明　　李 强', ['王明', '李强']],
    ['王 明 李 强', ['王明', '李强']],
    // Posts.
    ['王明主任', ['王明']],
    ['王小明副局长', ['王小明']],
    ['局长王明、副局长李小强', ['王明', '李小强']],
    ['党组书记、局长王明', ['王明']],
    ['办公室主任杨立新', ['杨立新'], ['办公室']],
    ['王明（主任）', ['王明']],
    ['李局长', []],
    // Units beside people.
    ['办公室 王明', ['王明'], ['办公室']],
    ['办公室王明', ['王明'], ['办公室']],
    ['王明(办公室)', ['王明'], ['办公室']],
    ['办公室（王明、李强）', ['王明', '李强'], ['办公室']],
    ['王明（李强代）', ['王明']],
    ['各科室', [], ['各科室']],
    ['机关党委、各科室', [], ['机关党委', '各科室']],
    // The rest.
    ['责任人：王明；配合：李强', ['王明', '李强']],
    ['1.王明 2.李强', ['王明', '李强']],
    ['王明13800000000', ['王明']],
    ['买买提·艾力、阿依古丽', ['买买提·艾力', '阿依古丽']],
    ['亓官明、仉磊', ['亓官明', '仉磊']],
    ['全体班子成员', []],
    ['党员、时间、单位', [], ['单位']],
    ['', []],
    ['—', []],
  ])('%s', (cell, people, units = []) => {
    expect(peopleIn(cell)).toEqual(people)
    expect(
      namesInCell(cell)
        .filter(({ kind }) => kind === 'unit')
        .map(({ name }) => name),
    ).toEqual(units)
  })

  it('stand where they are written', () => {
    const cell = '办公室主任 杨立新、王　明等同志（组织部）'
    expect(namesInCell(cell).map(({ start, end }) => cell.slice(start, end))).toEqual([
      '办公室主任',
      '杨立新',
      '王　明',
      '组织部',
    ])
  })

  it('tell columns of people and of units', () => {
    expect(['李明', '李明、王 芳', '欧阳 明', '王明等同志'].map(looksLikeName)).toEqual([true, true, true, true])
    expect(['各科室', '办公室 王明', '李局长', '开会', ''].map(looksLikeName)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
    expect(['办公室', '机关党委、各科室', '办公室 王明', '李明'].map(looksLikeUnit)).toEqual([true, true, false, false])
  })
})

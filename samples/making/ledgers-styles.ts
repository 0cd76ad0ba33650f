/** The cell styles of a ledger: fonts, borders and alignments as a county office sets them. */

/** `open` has no border (words above and under the table); `left` is for prose, `centre` for short cells. */
export const styleNames = [
  'plain',
  'title',
  'open',
  'openRight',
  'header',
  'left',
  'centre',
  'date',
  'shortDate',
  'total',
  'percent',
  'note',
  'yearMonth',
] as const
export type StyleName = (typeof styleNames)[number]

interface Style {
  readonly font: number
  readonly border: 0 | 1
  readonly fill?: number
  readonly format?: number
  readonly horizontal?: 'center' | 'left' | 'right'
}

const styles: Readonly<Record<StyleName, Style>> = {
  plain: { font: 0, border: 0 },
  title: { font: 2, border: 0, horizontal: 'center' },
  open: { font: 1, border: 0, horizontal: 'left' },
  openRight: { font: 1, border: 0, horizontal: 'right' },
  header: { font: 3, border: 1, fill: 2, horizontal: 'center' },
  left: { font: 1, border: 1, horizontal: 'left' },
  centre: { font: 1, border: 1, horizontal: 'center' },
  date: { font: 1, border: 1, format: 176, horizontal: 'center' },
  shortDate: { font: 1, border: 1, format: 14, horizontal: 'center' },
  total: { font: 3, border: 1, horizontal: 'center' },
  percent: { font: 3, border: 1, format: 10, horizontal: 'center' },
  note: { font: 1, border: 0, horizontal: 'left' },
  yearMonth: { font: 1, border: 1, format: 177, horizontal: 'center' },
}

/** The index of a style in `cellXfs`. */
export function styleNumber(name: StyleName): number {
  return styleNames.indexOf(name)
}

const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`

function font(name: string, size: number, bold = false): string {
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color indexed="8"/><name val="${name}"/><charset val="134"/></font>`
}

function cellFormat({ font: number, border, fill = 0, format = 0, horizontal }: Style): string {
  const place = horizontal === undefined ? '' : ` horizontal="${horizontal}"`
  const numberFormat = format === 0 ? '' : ' applyNumberFormat="1"'
  return `<xf numFmtId="${format}" fontId="${number}" fillId="${fill}" borderId="${border}" xfId="0"${numberFormat} applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment${place} vertical="center" wrapText="1"/></xf>`
}

const formats = styleNames.map((name) => cellFormat(styles[name])).join('')

export const stylesXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/></numFmts>' +
  `<fonts count="4">${font('宋体', 11)}${font('仿宋_GB2312', 10)}${font('方正小标宋简体', 20)}${font('黑体', 10)}</fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf></cellStyleXfs>' +
  `<cellXfs count="${styleNames.length}">${formats}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>' +
  '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>' +
  '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>'

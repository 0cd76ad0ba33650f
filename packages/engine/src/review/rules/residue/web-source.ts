import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const SOURCE =
  /(?:https?:\/\/|www\.)[\w./?=&%#-]{3,120}|(?:文章|稿件|资料|图片)?来源[：:][^。，\n]{1,12}(?:网|公众号|文库)|(?:关注|扫码|微信)?公众号[：:][^。，\n]{1,16}|点击(?:下载|查看更多|上方|阅读原文)|下载后可(?:编辑|修改|使用)|(?:对照检查材料|发言提纲|心得体会|检视剖析材料)?范文[（(]?[一二三四五六七八九十\d]{0,3}[）)]?(?:篇|$)|本文(?:来自|由)[^。，\n]{1,16}|责任编辑[：:][^。，\n]{1,6}/g

export const webSource: Rule = {
  id: 'residue/web-source',
  name: '网络来源痕迹',
  severity: 'error',
  why: '材料里留着网站、范文的痕迹，说明内容是从网上抄来的。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    yield* reportMatches(context, SOURCE, ([words]) => ({
      message: `“${words}”是网络来源的痕迹，请删去，并核对全文是否本人所写`,
    }))
  },
  bad: ['以上内容⟦来源：某某文秘网⟧。', '更多材料见⟦www.example.com⟧', '⟦下载后可编辑⟧，仅供参考。'],
  good: ['经费来源：财政拨款。', '开通了档案馆微信公众号，发布信息36条。', '做群众的表率、干部的示范。'],
}

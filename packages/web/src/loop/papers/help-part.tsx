import { LinkButton } from '../../platform/archetypes/link-button.tsx'

/** How one hands in what one has written, and sees what is wrong with it. */
export function HelpPart() {
  return (
    <section aria-label="提交对照检查材料">
      <h3>提交对照检查材料</h3>
      <ol>
        <li>
          打开“文稿”，点“提交文稿”，选 Word、WPS、PDF 或文本文件；许多份用“批量提交”。还没有送审的只有自己看得见。
        </li>
        <li>系统随即检查一遍，点“审核意见”逐条看错在哪里、为什么、怎么改；这是程序查的，不是领导审的。</li>
        <li>改好以后点“提交新版本”，再点“送审”。审核人审定或者退回，结果在“今天”和消息里。</li>
        <li>不想先交上来的，打开“自查”在本机检查，文件不离开这台电脑。</li>
      </ol>
      <LinkButton to="/papers">打开文稿</LinkButton>
    </section>
  )
}

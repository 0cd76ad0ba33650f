/** What stands in the page before its script runs. Built into the file by tools/page.ts. */
export const FRAME = `<a class="skip" href="#main">跳到正文</a>
<header id="bar"><a class="brand" href="#start"><span class="seal" aria-hidden="true">对照</span><span class="unseen">对照：回到开头</span></a><nav id="menu" aria-label="主菜单"></nav><div class="tools"><button type="button" id="print-button">打印</button><button type="button" id="settings-button">设置</button><button type="button" id="help-button" title="键盘操作（? 键）">? 键盘</button></div></header>
<main id="main" tabindex="-1"></main>
<div id="paper"></div>
<div id="status" role="status" aria-live="polite"></div>
<noscript><p>这一页要用浏览器的脚本功能。请用 Edge、Chrome、360 或火狐浏览器打开，并允许脚本。</p></noscript>`

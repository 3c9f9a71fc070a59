import type { Locale } from '@camket/core'
import { Html, html, htmlLines } from './html.ts'
import type { Block, Letter } from './letter.ts'

/** The merchant's colour, already corrected for contrast on each ground. */
export type Colors = {
  readonly light: { readonly accent: string; readonly onAccent: string }
  readonly dark: { readonly accent: string; readonly onAccent: string }
}

const font = new Html("'Be Vietnam Pro',system-ui,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif")

/**
 * The HTML part: tables and inline styles, because that is what mail programs draw alike. The style element only
 * adds the dark scheme; a program that drops it shows the light one.
 */
export function layOutHtml(
  letter: Letter,
  { from, footer, locale, colors }: { from: string; footer: string; locale: Locale; colors: Colors },
): string {
  const { accent, onAccent } = colors.dark
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${letter.subject}</title>
<style>
:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.ground{background:#121415!important}.paper{background:#1a1d1f!important;border-color:#2d3134!important}
.ink{color:#eceae4!important}.ink2{color:#b3b2ac!important}.owed{color:#f2b774!important}
.accent{color:${accent}!important}.action{background:${accent}!important;color:${onAccent}!important}
.line{border-color:#2d3134!important}
}
</style>
</head>
<body class="ground" style="margin:0;padding:0;background:#f7f6f2">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="ground" style="background:#f7f6f2">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="paper" style="max-width:600px;background:#ffffff;border:1px solid #e0ddd4;border-radius:10px">
<tr><td class="ink" style="padding:28px 28px 8px;font:400 16px/1.6 ${font};color:#191c1f">
<p class="accent" style="margin:0 0 12px;font-weight:600;color:${colors.light.accent}">${from}</p>
<h1 style="margin:0 0 16px;font:600 22px/1.3 ${font}">${letter.heading}</h1>
${letter.blocks.map((block) => blockHtml(block, colors))}
</td></tr>
<tr><td class="ink2" style="padding:8px 28px 24px;font:400 13px/1.6 ${font};color:#565d63">
<p class="line" style="margin:0;padding-top:16px;border-top:1px solid #e0ddd4">${htmlLines(footer)}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`.markup
}

function blockHtml(block: Block, { light }: Colors): Html {
  switch (block.type) {
    case 'text':
      return html`<p style="margin:0 0 16px">${htmlLines(block.text)}</p>\n`
    case 'remark':
      return html`<p class="ink2" style="margin:0 0 16px;font-size:14px;color:#565d63">${htmlLines(block.text)}</p>\n`
    case 'code':
      return html`<p style="margin:0 0 16px;font:600 20px/1.4 ui-monospace,'SF Mono',Consolas,'Noto Sans Mono',monospace;letter-spacing:.04em">${block.code}</p>\n`
    case 'action':
      return html`<p style="margin:0 0 16px"><a href="${block.url}" class="action" style="display:inline-block;padding:12px 20px;border-radius:6px;background:${light.accent};color:${light.onAccent};font-weight:600;text-decoration:none">${block.label}</a></p>\n`
    case 'link':
      return html`<p style="margin:0 0 16px"><a href="${block.url}" class="accent" style="color:${light.accent}">${block.label}</a></p>\n`
    case 'quote':
      return html`<p style="margin:0 0 4px;font-weight:600">${block.by}</p>
<blockquote class="line" style="margin:0 0 16px;padding:0 0 0 14px;border-left:3px solid #c7c3b7">${htmlLines(block.text)}</blockquote>\n`
    case 'promises':
      return html`<h2 style="margin:0 0 8px;font:600 16px/1.4 ${font}">${block.heading}</h2>
<ul style="margin:0 0 16px;padding:0 0 0 20px">${block.promises.map(
        ({ what, until, otherwise }) =>
          html`<li style="margin:0 0 8px">${what}: <strong>${until}</strong>${
            otherwise ? html`<br><span class="owed" style="color:#8a4700">${otherwise}</span>` : html``
          }</li>`,
      )}</ul>\n`
  }
}

import baseCss from './base.css?inline'
import columnCss from './column.css?inline'
import fieldsCss from './fields.css?inline'
import { sheet } from './sheet.ts'

export const base = sheet(baseCss)
export const column = sheet(columnCss)
export const fields = sheet(fieldsCss)

import type { EmbedView, SaveEmbedInput } from '@camket/contracts'
import { type Called, call } from './call.ts'
import { cookieOf } from './open-shop.ts'

/** Settings of `minh-an` as they are, ready to be changed and sent back. */
export async function settings(): Promise<SaveEmbedInput> {
  const { value } = await call('getEmbed', { cookie: cookieOf('ong.chu') })
  return inputOf(value)
}

/** What the desk sends back of settings that it showed. */
export function inputOf({
  merchant: _merchant,
  locale: _locale,
  identify: _identify,
  snippet: _snippet,
  ...input
}: EmbedView): SaveEmbedInput {
  return input
}

/** Changes some of the settings of `minh-an`, as its owner. */
export async function setUp(changed: Partial<SaveEmbedInput>): Promise<Called<'saveEmbed'>> {
  const body = { ...(await settings()), ...changed }
  return call('saveEmbed', { body, cookie: cookieOf('ong.chu') })
}

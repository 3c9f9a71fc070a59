import { getCommitment } from '@camket/contracts/client'
import type { APIRoute } from 'astro'
import { printCss } from '../../../../commitment/print-css.ts'
import { versionAsked } from '../../../../commitment/version-asked.ts'
import { shopOf } from '../../../../visit/visit.ts'
import { textIn } from '../../../../words/text-in.ts'
import { dayOf } from '../../../../words/when.ts'

/** What is written in the margins of a version on paper; a file, because pages take no style but from files. */
export const GET: APIRoute = async ({ locals }) => {
  const { visit } = locals
  const shop = shopOf(locals)
  // Of an address with a language Astro gives an endpoint the parameters of before it was rewritten: none.
  const [, , named] = visit.rest.split('/')
  const version = versionAsked(named)
  const found = version === undefined ? undefined : await getCommitment(visit.api, shop.slug, { version })
  if (!found?.ok) return new Response(null, { status: 404 })
  const { value } = found
  const since = dayOf(value.effectiveFrom, visit.locale, shop.timeZone)
  const title = textIn(value.document.title, visit.locale)
  return new Response(printCss(value, title, since, visit.words), {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      // A merchant's name may change; a version's text never does.
      'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

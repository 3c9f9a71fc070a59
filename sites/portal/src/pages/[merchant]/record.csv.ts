import { getRecord } from '@camket/contracts/client'
import type { APIRoute } from 'astro'
import { daysAsked } from '../../record/days-asked.ts'
import { recordCsv } from '../../record/record-csv.ts'
import { problemResponse, publicHeaders } from '../../visit/public-data.ts'
import { shopOf } from '../../visit/visit.ts'

/** The record for calculating programs. */
export const GET: APIRoute = async ({ locals, url }) => {
  const { slug } = shopOf(locals)
  const days = daysAsked(url.searchParams)
  const found = await getRecord(locals.visit.api, slug, { days })
  if (!found.ok) return problemResponse(found)
  return new Response(recordCsv(found.value), {
    headers: {
      ...publicHeaders,
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${slug}-record-${found.value.to}.csv"`,
    },
  })
}

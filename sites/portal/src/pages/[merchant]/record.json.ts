import { getRecord } from '@camket/contracts/client'
import type { APIRoute } from 'astro'
import { daysAsked } from '../../record/days-asked.ts'
import { problemResponse, publicHeaders } from '../../visit/public-data.ts'
import { shopOf } from '../../visit/visit.ts'

/** What the API says of the record, beside the page that says it to people. */
export const GET: APIRoute = async ({ locals, url }) => {
  const days = daysAsked(url.searchParams)
  const found = await getRecord(locals.visit.api, shopOf(locals).slug, { days })
  return found.ok ? Response.json(found.value, { headers: publicHeaders }) : problemResponse(found)
}

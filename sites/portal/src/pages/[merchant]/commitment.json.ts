import { getCommitment } from '@camket/contracts/client'
import type { APIRoute } from 'astro'
import { contextPath } from '../../commitment/pledges-json-ld.ts'
import { problemResponse, publicHeaders } from '../../visit/public-data.ts'
import { shopOf } from '../../visit/visit.ts'

/** What the API says of the commitment, beside the page that says it to people. */
export const GET: APIRoute = async ({ locals, url }) => {
  const version = Number(url.searchParams.get('version') ?? Number.NaN)
  const query = Number.isSafeInteger(version) ? { version } : {}
  const found = await getCommitment(locals.visit.api, shopOf(locals).slug, query)
  if (!found.ok) return problemResponse(found)
  return Response.json(found.value, {
    headers: {
      ...publicHeaders,
      // JSON-LD 1.1, 6.1: by this context the same JSON is JSON-LD.
      Link: `<${contextPath}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`,
    },
  })
}

import { fetch, type Request, type Response } from 'miniflare'

/** Lets the Worker ask the internet, but for some origins another address: what stands in for them. */
export const outbound =
  (standIns: Readonly<Record<string, string>>) =>
  async (request: Request): Promise<Response> => {
    const { origin, pathname, search } = new URL(request.url)
    const there = standIns[origin]
    if (there === undefined) return fetch(request)
    const { method, headers } = request
    const body = request.body && { body: await request.arrayBuffer() }
    return fetch(`${there}${pathname}${search}`, { method, headers, ...body })
  }

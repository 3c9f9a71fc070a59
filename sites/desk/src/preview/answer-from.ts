import type { PreviewInput } from '@camket/contracts'
import type { Asked, Shown } from './messages.ts'

/** What the widget in the preview is told: its settings as they are typed, real deadlines, and that nothing is sent. */
export async function answerFrom(
  request: Request,
  shown: Shown | undefined,
  ask: (asked: Asked) => Promise<unknown>,
): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (!shown) return problem(503, 'unavailable', '')
  if (request.method === 'GET' && pathname.endsWith('/widget')) return Response.json(shown.config)
  if (request.method === 'GET' && pathname.endsWith('/articles')) return Response.json({ articles: [] })
  if (pathname.endsWith('/deadlines')) {
    const body = (await request.json()) as PreviewInput
    return Response.json((await ask({ type: 'camket-deadlines', body })) ?? { deadlines: [] })
  }
  return problem(403, 'preview', shown.nothingSent)
}

const problem = (status: number, code: string, detail: string): Response =>
  Response.json(
    { type: 'about:blank', title: detail, status, detail, code, requestId: '' },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )

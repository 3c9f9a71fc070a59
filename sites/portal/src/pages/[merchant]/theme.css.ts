import type { APIRoute } from 'astro'
import { shopOf } from '../../visit/visit.ts'

/** The merchant's colour as a file of its own, because pages take no style but from files of their origin. */
export const GET: APIRoute = ({ locals }) => {
  const { light, dark } = shopOf(locals).config.colors
  // Twice the root: the tokens' own colour gives way, wherever their sheet stands.
  const root = (colors: typeof light) =>
    `:root:root{--accent:${colors.accent};--on-accent:${colors.onAccent}}`
  return new Response(`${root(light)}@media (prefers-color-scheme:dark){${root(dark)}}`, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

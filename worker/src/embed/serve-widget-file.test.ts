import { describe, expect, it } from 'vitest'
import { serveWidgetFile } from './serve-widget-file.ts'

const version = '0.1.0-11111111'
const there: Record<string, string> = {
  '/w/chunks/aaaaaaaa/panel.js': 'panel',
  [`/w/${version}/chunks/aaaaaaaa/panel.js`]: 'pinned panel',
  '/w/integrity.json': JSON.stringify({
    version,
    integrity: { 'camket.js': '', 'chunks/aaaaaaaa/panel.js': '' },
  }),
}
const files = {
  fetch: async ({ pathname }: URL) =>
    new Response(there[pathname] ?? null, { status: there[pathname] ? 200 : 404 }),
}
const serve = (path: string) => serveWidgetFile(new URL(path, 'https://camket.example'), files)

describe('a script of the widget that does not lie where it was asked for', () => {
  it('comes from below another address too, for browsers that remember that it failed', async () => {
    expect(await (await serve('/w/1/chunks/aaaaaaaa/panel.js'))?.text()).toBe('panel')
    expect(await (await serve(`/w/${version}/2/chunks/aaaaaaaa/panel.js`))?.text()).toBe('pinned panel')
  })

  it.each(['/w/chunks/00000000/panel.js', '/w/1/chunks/00000000/panel.js'])(
    'is today’s for a loader from before a deployment: %s',
    async (path) => {
      const answer = await serve(path)
      expect(answer?.status).toBe(302)
      expect(answer?.headers.get('location')).toBe('https://camket.example/w/chunks/aaaaaaaa/panel.js')
      expect(answer?.headers.get('cache-control')).toBe('no-store')
      expect(answer?.headers.get('access-control-allow-origin')).toBe('*')
    },
  )

  it.each(['/w/chunks/aaaaaaaa/nothing.js', '/w/camket.js', '/w/chunks/panel.js', '/w/chunks/../x.js'])(
    'is nothing where there is none: %s',
    async (path) => expect(await serve(path)).toBeUndefined(),
  )
})

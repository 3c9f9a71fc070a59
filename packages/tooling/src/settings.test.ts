import { describe, expect, it } from 'vitest'
import { projectRoot } from './project-root.ts'
import { readSettings } from './settings.ts'

describe('settings of npm start', () => {
  it('are 8787, 8788 and .wrangler/state unless the environment says otherwise', () => {
    const standard = { port: 8787, shopPort: 8788, stateDir: `${projectRoot}/.wrangler/state` }
    expect(readSettings({})).toEqual(standard)
    expect(readSettings({ PORT: '', SHOP_PORT: '', STATE_DIR: '' })).toEqual(standard)
  })

  it('take a state folder from the root or from anywhere', () => {
    expect(readSettings({ STATE_DIR: 'state/two' }).stateDir).toBe(`${projectRoot}/state/two`)
    expect(readSettings({ STATE_DIR: '/var/camket' }).stateDir).toBe('/var/camket')
  })

  it.each(['eighty', '-1', '65536', '80.5', '8787x'])('refuse the port %s by name', (port) => {
    expect(() => readSettings({ PORT: port })).toThrow(/^PORT must be/)
    expect(() => readSettings({ SHOP_PORT: port })).toThrow(/^SHOP_PORT must be/)
  })

  it('refuse one port for both', () => {
    expect(() => readSettings({ PORT: '9000', SHOP_PORT: '9000' })).toThrow(/each its own/)
    expect(readSettings({ PORT: '0', SHOP_PORT: '0' })).toMatchObject({ port: 0, shopPort: 0 })
  })
})

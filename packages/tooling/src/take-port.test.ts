import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { takePort } from './take-port.ts'

let taken: Server | undefined

afterEach(() => taken?.close())

function listen(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    taken = server
    server.listen(0, host, () => {
      const address = server.address()
      resolve(address !== null && typeof address === 'object' ? address.port : 0)
    })
  })
}

describe('a port', () => {
  it('is found free when nobody listens on it', async () => {
    const port = await takePort(0, 'PORT')
    expect(port).toBeGreaterThan(0)
    await expect(takePort(port, 'PORT')).resolves.toBe(port)
  })

  it.each(['127.0.0.1', '0.0.0.0', '::1', '::'])(
    'that somebody holds on %s is refused, with what to do',
    async (host) => {
      const port = await listen(host)
      await expect(takePort(port, 'SHOP_PORT')).rejects.toThrow(`Port ${port} is taken by another program`)
      await expect(takePort(port, 'SHOP_PORT')).rejects.toThrow('SHOP_PORT=')
    },
  )
})

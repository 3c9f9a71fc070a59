import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Opens a server on loopback, at a free port if none is given. Rejects when it cannot be had. `stop` waits for nobody. */
export async function listen(
  server: Server,
  port = 0,
): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

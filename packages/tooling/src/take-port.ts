import { createServer } from 'node:net'

/**
 * Makes sure that nobody listens on this port of the machine itself, neither under IPv4 nor under IPv6 (a browser
 * may try either for "localhost"). Resolves to the port, or to a free one for 0.
 * Throws an `Error` that names the variable to change.
 */
export async function takePort(port: number, variable: string): Promise<number> {
  try {
    const taken = await listenOnce(port, '127.0.0.1')
    await listenOnce(taken, '::1')
    return taken
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') {
      throw new Error(
        `Port ${port} is taken by another program. Stop it, or choose another one: ${variable}=${port + 10} npm start`,
      )
    }
    if (code === 'EACCES')
      throw new Error(`Port ${port} may not be used by this user. Choose another: ${variable}=8787 npm start`)
    throw error
  }
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      const noSuchFamily = error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'
      if (noSuchFamily) resolve(port)
      else reject(error)
    })
    server.listen(port, host, () => {
      const address = server.address()
      const taken = address !== null && typeof address === 'object' ? address.port : port
      server.close(() => resolve(taken))
    })
  })
}

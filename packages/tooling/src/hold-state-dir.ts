import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Keeps a state folder for this process: two runtimes on one database would each believe to be alone. Held by a socket,
 * which the system closes with its process, so that a crash leaves nothing that has to be cleared by hand.
 * Resolves to what lets go of it; throws an `Error` that tells what to do.
 */
export async function holdStateDir(stateDir: string): Promise<() => Promise<void>> {
  await mkdir(stateDir, { recursive: true })
  const hash = createHash('sha256').update(realpathSync(stateDir)).digest('hex').slice(0, 16)
  // Not in the folder itself: a socket's path may have about 100 characters.
  const path = join(tmpdir(), `camket-${hash}.sock`)
  if (await isHeld(path)) {
    throw new Error(`Camket already runs on ${stateDir}. Stop it, or choose another folder: STATE_DIR=…`)
  }
  rmSync(path, { force: true })
  const server = await listen(path)
  return () => new Promise((resolve) => server.close(() => resolve()))
}

function isHeld(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', reject)
    server.listen(path, () => resolve(server.unref()))
  })
}

// `npm run build`: what `npm start` builds, and nothing more.
import { build } from './build.ts'

try {
  const ran = await build('dist')
  console.log(ran.length === 0 ? 'Everything in dist is up to date.' : `Built: ${ran.join(', ')}.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

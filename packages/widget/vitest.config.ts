import { browserTests } from '../tooling/vitest/browser-tests.ts'

export default browserTests('widget', import.meta.dirname, [
  'axe-core',
  'altcha-lib',
  'altcha-lib/algorithms/web/pbkdf2',
  'fast-check',
])

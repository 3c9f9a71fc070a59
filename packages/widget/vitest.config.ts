import { browserTests } from '../tooling/vitest/browser-tests.ts'

export default browserTests('widget', import.meta.dirname, ['axe-core'])

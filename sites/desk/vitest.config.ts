import { browserTests } from '../../packages/tooling/vitest/browser-tests.ts'

export default browserTests('desk', import.meta.dirname, ['date-holidays', 'diff', 'ical.js'])

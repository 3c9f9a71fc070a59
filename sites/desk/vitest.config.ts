import { browserTests } from '../../packages/tooling/vitest/browser-tests.ts'

export default browserTests('desk', import.meta.dirname, [
  '@awesome.me/webawesome/dist/translations/en.js',
  '@awesome.me/webawesome/dist/utilities/localize.js',
  'axe-core',
  'date-holidays',
  'diff',
  'ical.js',
  'lit',
])

import { servedTests } from './served-tests.ts'

export default servedTests('bench', { timeout_millis: 600_000 })

import { servedTests } from './served-tests.ts'

export default servedTests('soak', { timeout_millis: 1_800_000 })

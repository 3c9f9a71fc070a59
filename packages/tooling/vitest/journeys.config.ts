import { servedTests } from './served-tests.ts'

export default servedTests('journeys')

import { isBuilt } from './build.ts'

/**
 * The output folder that tests use, seen from the root: the ordinary one where it is up to date (nothing is written to
 * it then), else one of their own, so that no files are changed under a running `npm start`.
 */
export function testDist(): string {
  return process.env.CAMKET_TEST_DIST ?? (isBuilt('dist') ? 'dist' : 'dist/test')
}

import { schemes } from '@camket/core/examples'
import { expect, test } from 'vitest'
import { asCommitment, commitmentDocument } from './commitment.ts'

test.each(Object.entries(schemes))('%s travels as it is, with all of its terms', (_, scheme) => {
  const sent = JSON.parse(JSON.stringify(scheme))
  expect(asCommitment(commitmentDocument.parse(sent))).toEqual(scheme)
})

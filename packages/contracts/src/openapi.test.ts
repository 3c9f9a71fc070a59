import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { openapi } from './openapi.ts'
import { operations } from './operations.ts'

const document = openapi('https://camket.test')

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(document)
  expect(errors).toBeUndefined()
  expect([valid, validator.version]).toEqual([true, '3.1'])
})

test('every operation is in it once, with its own address', () => {
  const described = Object.entries(document.paths as Record<string, Record<string, { operationId: string }>>)
  const ids = described.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method} ${path}`),
  )
  const stated = Object.entries(operations).map(([id, { method, path }]) => `${id} ${method} ${path}`)
  expect(ids.sort()).toEqual(stated.sort())
})

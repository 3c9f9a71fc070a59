import * as z from 'zod'
import { type Operation, operations, problemsOf } from './operations.ts'
import { problem } from './problem.ts'
import { type ProblemCode, problems } from './problems.ts'

type Json = { [key: string]: unknown }

/** OpenAPI 3.1 document of the API, made from the same schemas that the Worker parses with. */
export function openapi(serverUrl: string): Json {
  const paths: { [path: string]: Json } = {}
  for (const [operationId, operation] of Object.entries<Operation>(operations)) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operationId, operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Camket',
      version: '1.0.0',
      description:
        'Requests, their deadlines and remedies. Instants are RFC 3339 in UTC, money is in minor units, errors are problem details (RFC 9457).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      schemas: { Problem: schema(problem, 'output') },
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: "The key of one request, or a customer's token",
        },
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: "A customer's token: HS256, signed by the merchant's server, at most an hour",
        },
        session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' },
      },
    },
  }
}

function describe(operationId: string, operation: Operation): Json {
  return {
    operationId,
    summary: operation.summary,
    tags: [operation.access === 'staff' ? 'desk' : 'customer'],
    ...(operation.access === 'key' && { security: [{}, { key: [] }] }),
    ...(operation.access === 'token' && { security: [{ token: [] }] }),
    ...(operation.access === 'staff' && { security: [{ session: [] }] }),
    parameters: parameters(operation),
    ...(operation.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schema(operation.body, 'input') } },
      },
    }),
    ...(operation.path.endsWith('/attachments') && { requestBody: upload }),
    responses: responses(operation),
  }
}

const binary = { type: 'string', format: 'binary' }
const upload = {
  required: true,
  content: {
    'application/octet-stream': { schema: binary },
    'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file: binary } } },
  },
}

function parameters(operation: Operation): Json[] {
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const query = operation.query ? schema(operation.query, 'input') : {}
  const required = new Set(Array.isArray(query.required) ? query.required : [])
  const inQuery = Object.entries((query.properties ?? {}) as Json).map(([name, of]) => ({
    name,
    in: 'query',
    required: required.has(name),
    schema: of,
  }))
  const header = operation.idempotencyKey && {
    name: 'Idempotency-Key',
    in: 'header',
    required: operation.idempotencyKey === 'needed',
    schema: { type: 'string', minLength: 1, maxLength: 128 },
  }
  const proof = operation.problems.includes('challenge_needed') && {
    name: 'X-Camket-Proof',
    in: 'header',
    required: false,
    schema: { type: 'string' },
  }
  return [...inPath, ...inQuery, ...(header ? [header] : []), ...(proof ? [proof] : [])]
}

function responses(operation: Operation): Json {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of problemsOf(operation)) {
    const { status } = problems[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const failures = [...byStatus].map(([status, codes]) => [
    status,
    {
      description: codes.map((code) => `${code}: ${problems[code].title}`).join('; '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  const content = operation.answer && {
    content: { 'application/json': { schema: schema(operation.answer, 'output') } },
  }
  return {
    [operation.status]: { description: operation.summary, ...content },
    ...Object.fromEntries(failures),
  }
}

function schema(of: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(of, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
  }) as Json
  return rest
}

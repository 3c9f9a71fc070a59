import { openapi, problems } from '@camket/contracts'
import { html } from 'hono/html'

type Parameter = { name: string; in: string; required: boolean }
type Described = {
  operationId: string
  summary: string
  parameters: Parameter[]
  requestBody?: { content: Record<string, { schema: unknown }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>
}

/** The contract for people: every address with its schemas, and every problem with its code. */
export function docsPage(publicUrl: string) {
  const paths = openapi(publicUrl).paths as Record<string, Record<string, Described>>
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Camket API</title>
        <link rel="stylesheet" href="/api/v1/docs.css" />
      </head>
      <body>
        <main>
          <h1>Camket API</h1>
          <p>
            JSON in camelCase, instants as RFC 3339 in UTC, money in minor units. The machine-readable contract is
            <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).
          </p>
          <h2 id="addresses">Addresses</h2>
          <ul>
            ${operations.map(
              ({ path, method, operation }) =>
                html`<li><a href="#${operation.operationId}"><code>${method.toUpperCase()} ${path}</code></a> ${operation.summary}</li>`,
            )}
          </ul>
          ${operations.map(({ path, method, operation }) => describe(path, method, operation))}
          <h2 id="problems">Problems</h2>
          <p>Every error is <code>application/problem+json</code> (RFC 9457) with one of these codes.</p>
          <dl>
            ${Object.entries(problems).map(
              ([code, { status, title }]) =>
                html`<dt id="problem-${code}"><code>${code}</code> ${status}</dt><dd>${title}.</dd>`,
            )}
          </dl>
        </main>
      </body>
    </html>`
}

function describe(
  path: string,
  method: string,
  { operationId, summary, parameters, requestBody, responses }: Described,
) {
  return html`<section aria-labelledby="${operationId}">
    <h2 id="${operationId}"><code>${method.toUpperCase()} ${path}</code></h2>
    <p>${summary}.</p>
    ${
      parameters.length > 0
        ? html`<h3>Parameters</h3>
            <ul>
              ${parameters.map(
                (parameter) =>
                  html`<li><code>${parameter.name}</code> in ${parameter.in}${parameter.required ? '' : ', optional'}</li>`,
              )}
            </ul>`
        : ''
    }
    ${Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => schemaOf(`Body, ${type}`, schema))}
    <h3>Answers</h3>
    <ul>
      ${Object.entries(responses).map(([status, { description }]) => html`<li><b>${status}</b> ${description}</li>`)}
    </ul>
    ${Object.entries(responses)
      .filter(([status]) => status.startsWith('2'))
      .flatMap(([status, { content }]) =>
        Object.values(content ?? {}).map(({ schema }) => schemaOf(`Answer ${status}`, schema)),
      )}
  </section>`
}

function schemaOf(title: string, schema: unknown) {
  return html`<details>
    <summary>${title}</summary>
    <pre tabindex="0">${JSON.stringify(schema, null, 2)}</pre>
  </details>`
}

export const docsStyle = `
:root { color-scheme: light dark; }
body { font: 1rem/1.6 system-ui, sans-serif; margin: 0; }
main { max-width: 60rem; margin: auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin-top: 2.5rem; }
h3 { font-size: 1rem; }
pre { overflow: auto; max-height: 30rem; padding: 1rem; border: 1px solid; border-radius: 0.5rem; }
dt { margin-top: 1rem; font-weight: 600; }
dd { margin: 0; }
`

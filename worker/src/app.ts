import { openapi } from '@camket/contracts'
import { Hono } from 'hono'
import { deskArticleRoutes } from './articles/desk-routes.ts'
import { articleRoutes } from './articles/routes.ts'
import { attachmentRoutes } from './attachments/routes.ts'
import { deskCommitmentRoutes } from './commitments/desk-routes.ts'
import { commitmentRoutes } from './commitments/routes.ts'
import { customerRoutes } from './customers/routes.ts'
import { deskEmbedRoutes } from './embed/desk-routes.ts'
import { embedRoutes } from './embed/routes.ts'
import { answerNotFound } from './http/answer-not-found.ts'
import { answerProblem } from './http/answer-problem.ts'
import type { AppEnv } from './http/app-env.ts'
import { docsPage, docsStyle } from './http/docs-page.ts'
import { crossOrigin } from './http/origins.ts'
import { raise } from './http/raise.ts'
import { requestId } from './http/request-id.ts'
import { sameOrigin } from './http/same-origin.ts'
import { securityHeaders } from './http/security-headers.ts'
import { merchantRoutes } from './merchants/routes.ts'
import { recordRoutes } from './record/routes.ts'
import { staffRoutes } from './staff/routes.ts'
import { customerActRoutes } from './tickets/customer-act-routes.ts'
import { deskRemedyRoutes } from './tickets/desk-remedy-routes.ts'
import { deskTicketRoutes } from './tickets/desk-routes.ts'
import { filingRoutes } from './tickets/filing-routes.ts'
import { ticketRoutes } from './tickets/routes.ts'

/** The map of the API: every mount, and the one place where errors become answers. */
export const app = new Hono<AppEnv>()

app.use(requestId, securityHeaders)
app.onError(answerProblem)
app.notFound((c) => answerNotFound(c, app.routes))

app.get('/healthz', async (c) => {
  try {
    await c.env.DB.prepare('SELECT 1').run()
  } catch {
    raise('unavailable', 'The database does not answer. Try again in a minute.')
  }
  return c.json({ ok: true })
})

app.get('/api/v1/openapi.json', (c) => c.json(openapi(c.env.PUBLIC_URL)))
app.get('/api/v1/docs', (c) => {
  c.header(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
  return c.html(docsPage(c.env.PUBLIC_URL))
})
app.get('/api/v1/docs.css', (c) => c.body(docsStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }))

// Staff: their own pages only, and nobody who is not signed in.
app.use('/api/v1/desk/*', sameOrigin)
app.route('/api/v1/desk', staffRoutes)
app.route('/api/v1/desk', deskTicketRoutes)
app.route('/api/v1/desk', deskRemedyRoutes)
app.route('/api/v1/desk', deskCommitmentRoutes)
app.route('/api/v1/desk', deskEmbedRoutes)
app.route('/api/v1/desk', deskArticleRoutes)

// Customers: from the pages that a merchant lists.
app.use('/api/v1/merchants/*', crossOrigin)
app.use('/api/v1/tickets/*', crossOrigin)
app.route('/api/v1', merchantRoutes)
app.route('/api/v1', commitmentRoutes)
app.route('/api/v1', recordRoutes)
app.route('/api/v1/merchants/:merchant', filingRoutes)
app.route('/api/v1/tickets/:code', ticketRoutes)
app.route('/api/v1/tickets/:code', customerActRoutes)
app.route('/api/v1/merchants/:merchant', customerRoutes)
app.route('/api/v1', articleRoutes)
app.route('/api/v1', embedRoutes)
app.route('/api/v1', attachmentRoutes)

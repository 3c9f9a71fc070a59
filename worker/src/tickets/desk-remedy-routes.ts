import { operations, remediesQuery, settlementBody, waiverBody } from '@camket/contracts'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { readBody, readQuery } from '../http/read-body.ts'
import { requireRole, requireStaff } from '../http/require-staff.ts'
import { once } from './desk-routes.ts'
import { readRemedies, readRemediesList } from './read-remedies.ts'
import { settleRemedy } from './settle-remedy.ts'
import { waiveRemedy } from './waive-remedy.ts'

const mayRead = requireRole('owner', 'lead', 'staff', 'read_only')
const mayAct = requireRole('owner', 'lead', 'staff')
const mayTakeAway = requireRole('owner', 'lead')

/** What staff do about what is owed, under `/api/v1/desk`. */
export const deskRemedyRoutes = new Hono<AppEnv>()
  .get('/remedies', requireStaff, mayRead, async (c) =>
    c.json(await readRemedies(contextOf(c), c.var.staff, readQuery(c, remediesQuery))),
  )

  .get('/remedies.csv', requireStaff, mayTakeAway, async (c) => {
    const query = readQuery(c, operations.getRemediesList.query)
    const list = await readRemediesList(contextOf(c), c.var.staff, query)
    return c.body(list, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="camket-remedies-${query.state}.csv"`,
      'Cache-Control': 'no-store',
    })
  })

  .post('/tickets/:code/remedies/:id/settlement', requireStaff, mayAct, async (c) => {
    const body = await readBody(c, settlementBody)
    const id = c.req.param('id')
    return once(c, {
      act: `settlement of ${id}`,
      body,
      run: (code, beside) => settleRemedy(contextOf(c), c.var.staff, { code, id, ...body, beside }),
    })
  })

  .post('/tickets/:code/remedies/:id/waiver', requireStaff, mayAct, async (c) => {
    const body = await readBody(c, waiverBody)
    const id = c.req.param('id')
    return once(c, {
      act: `waiver of ${id}`,
      body,
      run: (code, beside) => waiveRemedy(contextOf(c), c.var.staff, { code, id, ...body, beside }),
    })
  })

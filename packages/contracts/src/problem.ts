import * as z from 'zod'
import { challengeView } from './challenge.ts'
import { instant } from './money.ts'
import { type ProblemCode, problems } from './problems.ts'

const codes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]]

/** RFC 9457 problem details; `errors` points at the members that are wrong (JSON pointers into the body). */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(codes),
  requestId: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })).optional(),
  /** Of `challenge_needed`: solve it and send the same again. */
  challenge: challengeView.optional(),
  /** Of `draft_changed`: who saved it meanwhile, and when; absent when it was published or discarded. */
  changed: z.object({ revision: z.int(), by: z.string(), at: instant }).optional(),
})
export type Problem = z.infer<typeof problem>

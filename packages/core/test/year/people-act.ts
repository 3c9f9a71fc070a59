import { answer } from '../../src/answer.ts'
import { call } from '../../src/call.ts'
import { chooseRemedy } from '../../src/choose-remedy.ts'
import { close } from '../../src/close.ts'
import { customerReply } from '../../src/customer-reply.ts'
import { handOff } from '../../src/hand-off.ts'
import { hold } from '../../src/hold.ts'
import { isOpenRemedy } from '../../src/is-open-remedy.ts'
import { resolve } from '../../src/resolve.ts'
import { resume } from '../../src/resume.ts'
import { setKind } from '../../src/set-kind.ts'
import { setPriority } from '../../src/set-priority.ts'
import { settleRemedy } from '../../src/settle-remedy.ts'
import type { Change, Refusal, TicketEvent, TicketState } from '../../src/ticket-state.ts'
import { kinds, priorities } from '../../src/vocabulary.ts'
import { wait } from '../../src/wait.ts'
import { withdraw } from '../../src/withdraw.ts'
import { tuan } from '../example-ticket.ts'
import type { Seeded } from './seeded.ts'
import { yearCommitment as commitment } from './year-commitment.ts'

const by = tuan

/** Something that somebody does to a request; what its status does not allow is refused, as it would be. */
export function peopleAct(
  random: Seeded,
  { state, events: history }: { readonly state: TicketState; readonly events: readonly TicketEvent[] },
  now: Date,
): Change | Refusal {
  const remedy = state.remedies.find(isOpenRemedy)
  const roll = random.below(100)
  if (remedy && roll < 30) {
    const { number } = remedy
    return random.below(3) === 0
      ? chooseRemedy(state, { number, offer: random.below(2) }, commitment, now)
      : settleRemedy(state, { number, by }, commitment, now)
  }
  if (roll < 40)
    return answer(state, { messageId: 'm', by, thenWait: random.below(2) === 0 }, commitment, now)
  if (roll < 58) return customerReply(state, { messageId: 'm' }, commitment, now)
  if (roll < 63) return wait(state, { by }, commitment, now)
  if (roll < 67)
    return random.below(2) === 0
      ? hold(state, { by }, commitment, now)
      : resume(state, { by }, commitment, now)
  if (roll < 71) return call(state, { reached: random.below(3) > 0, by }, commitment, now)
  const changed = { reason: 'mistaken', history, by } as const
  if (roll < 77) return setPriority(state, { ...changed, priority: random.pick(priorities) }, commitment, now)
  if (roll < 81) return setKind(state, { ...changed, kind: random.pick(kinds) }, commitment, now)
  if (roll < 86) {
    const toDepartment = random.pick(['service', 'technical'])
    return handOff(state, { toDepartment, reason: 'parts', by }, commitment, now)
  }
  if (roll < 97) {
    const outcome = random.pick(['answered', 'answered', 'repaired', 'duplicate'] as const)
    return resolve(state, { outcome, messageId: 'm', by }, commitment, now)
  }
  return roll < 99
    ? withdraw(state, commitment, now)
    : close(state, { by: { type: 'system' } }, commitment, now)
}

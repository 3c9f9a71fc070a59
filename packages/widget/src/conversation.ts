// What the panel imports when a request that was sent is opened. Registered here, as what comes first is in panel.ts.

import { defineAll } from './element/define-all.ts'
import type { ConversationView } from './panel/view.ts'
import { Rating } from './rating/rating.ts'
import { RemedyChoice } from './remedy-choice/remedy-choice.ts'
import { ReplyForm } from './reply-form/reply-form.ts'
import { RequestList } from './request-list/request-list.ts'
import type { KeptRequest } from './session/kept-requests.ts'
import type { ConversationSession, Session } from './session/session.ts'
import { loadConversationStrings } from './strings/load-strings.ts'
import { html, type Template } from './template/html.ts'
import { TicketView } from './ticket-view/ticket-view.ts'

export type Conversation = {
  readonly session: ConversationSession
  /** The list of this device's requests, or one of them. */
  readonly draw: (view: ConversationView, acts: ConversationActs) => Template
}

type ConversationActs = {
  readonly onOpen: (request: KeptRequest) => void
  readonly onWithdrawn: () => void
}

export function defineConversation(): void {
  defineAll({
    'camket-request-list': RequestList,
    'camket-ticket-view': TicketView,
    'camket-reply-form': ReplyForm,
    'camket-remedy-choice': RemedyChoice,
    'camket-rating': Rating,
  })
}

/** Adds the words of the conversation to those of an open panel. Rejects when they cannot be fetched. */
export async function openConversation(session: Session): Promise<Conversation> {
  defineConversation()
  const talk = await loadConversationStrings(session.locale)
  const { words } = session
  const whole = {
    ...session,
    words: {
      ...words,
      ...talk,
      problem: { ...words.problem, ...talk.problem },
      when: { ...words.when, ...talk.when },
    },
  }
  return {
    session: whole,
    draw: (view, { onOpen, onWithdrawn }) =>
      view.name === 'requests'
        ? html`<camket-request-list
            .session=${whole}
            @open=${(event: CustomEvent<KeptRequest>) => onOpen(event.detail)}
          ></camket-request-list>`
        : html`<camket-ticket-view
            .session=${whole}
            .request=${view.request}
            @withdrawn=${onWithdrawn}
          ></camket-ticket-view>`,
  }
}

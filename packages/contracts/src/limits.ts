/** Every list, text, body and loop ends somewhere; this is where. Units are the last word of each name. */
export const limits = {
  subject_chars_max: 200,
  message_chars_max: 10_000,
  name_chars_max: 120,
  email_chars_max: 254,
  phone_chars_max: 32,
  product_field_chars_max: 120,
  page_chars_max: 2_000,
  /** How far ahead a call may be asked for. */
  callback_days_max: 90,
  field_count_max: 20,
  field_name_chars_max: 60,
  field_chars_max: 2_000,
  plan_chars_max: 4_000,
  note_chars_max: 10_000,
  json_body_bytes_max: 128 * 1024,
  attachment_bytes_max: 10 * 1024 * 1024,
  attachments_per_ticket_max: 5,
  attachments_per_reply_max: 5,
  attachment_name_chars_max: 200,
  unattached_hours_max: 24,
  /** An upload can be attached until so long before it is removed, so that the two never meet. */
  unattached_margin_minutes: 5,
  /** Links end on multiples of this, the next but one: the same link serves for a while, so browsers cache it. */
  attachment_link_minutes: 60,
  idempotency_key_chars_max: 128,
  idempotency_hours: 24,
  idempotency_lease_seconds: 30,
  inbox_page_max: 100,
  inbox_page_default: 30,
  timeline_events_max: 500,
  messages_per_ticket_max: 500,
  /** After so many events a ticket takes nothing more but its end, so that all of its timeline can be shown. */
  events_before_end_max: 400,
  sweep_tickets_max: 100,
  /** Passes of one run: the rest waits for the next minute. */
  sweep_passes_max: 20,
  /** Tickets that a sweep changes in one batch. */
  sweep_batch_tickets_max: 20,
  outbox_batch_max: 20,
  outbox_passes_max: 10,
  outbox_error_chars_max: 300,
  outbox_attempts_max: 8,
  outbox_lease_seconds: 60,
  /** A resolved ticket that nobody reopened is closed after so long. */
  reopen_days: 14,
  session_days: 30,
  sign_in_link_minutes: 15,
  sign_in_token_chars_max: 100,
  /** A session that was ended elsewhere is believed no longer than this by the cookie's own copy of it. */
  session_cache_seconds: 300,
  staff_max: 500,
  merchants_per_person_max: 50,
  upload_form_overhead_bytes_max: 64 * 1024,
  upload_form_parts_max: 10,
  removals_batch_max: 100,
} as const

-- Small rows with text keys are WITHOUT ROWID: a row is written once, not once more for its key.
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `account_by_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`merchant_id` text NOT NULL,
	`ticket_id` text,
	`message_id` text,
	`object_key` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`staff_id` text,
	`uploaded_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `attachments_by_ticket` ON `attachments` (`ticket_id`) WHERE "attachments"."ticket_id" is not null;--> statement-breakpoint
CREATE INDEX `attachments_unattached` ON `attachments` (`uploaded_at`) WHERE "attachments"."ticket_id" is null;--> statement-breakpoint
CREATE TABLE `commitments` (
	`merchant_id` text NOT NULL,
	`version` integer NOT NULL,
	`effective_from` integer NOT NULL,
	`published_at` integer NOT NULL,
	`document` text NOT NULL,
	`fingerprint` text NOT NULL,
	PRIMARY KEY(`merchant_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `customers` (
	`id` text PRIMARY KEY NOT NULL,
	`merchant_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`phone` text,
	`type` text NOT NULL,
	`tier` text,
	`locale` text NOT NULL,
	`ticket_count` integer NOT NULL,
	`created_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_by_email` ON `customers` (`merchant_id`,`email`) WHERE "customers"."email" is not null;--> statement-breakpoint
CREATE INDEX `customers_by_phone` ON `customers` (`merchant_id`,`phone`) WHERE "customers"."phone" is not null;--> statement-breakpoint
CREATE TABLE `deadlines` (
	`ticket_id` text NOT NULL,
	`number` integer NOT NULL,
	`merchant_id` text NOT NULL,
	`pledge` text NOT NULL,
	`milestone` text NOT NULL,
	`started_at` integer NOT NULL,
	`within` text NOT NULL,
	`calendar` text NOT NULL,
	`remedy` text,
	`due_at` integer NOT NULL,
	`pauses` text NOT NULL,
	`paused_at` integer,
	`met_at` integer,
	`missed_at` integer,
	`excluded_at` integer,
	`excluded_reason` text,
	`watch_at` integer,
	PRIMARY KEY(`ticket_id`, `number`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `deadlines_to_watch` ON `deadlines` (`watch_at`) WHERE "deadlines"."watch_at" is not null;--> statement-breakpoint
CREATE TABLE `departments` (
	`id` text PRIMARY KEY NOT NULL,
	`merchant_id` text NOT NULL,
	`name` text NOT NULL,
	`lead_id` text NOT NULL,
	`kinds` text NOT NULL,
	`position` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `departments_by_merchant` ON `departments` (`merchant_id`,`position`);--> statement-breakpoint
CREATE TABLE `events` (
	`ticket_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`merchant_id` text NOT NULL,
	`at` integer NOT NULL,
	`by_type` text NOT NULL,
	`by_id` text,
	`type` text NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`ticket_id`, `sequence`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `idempotency` (
	`merchant_id` text NOT NULL,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`ticket_id` text NOT NULL,
	`status` integer NOT NULL,
	`answer` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`merchant_id`, `key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `idempotency_by_age` ON `idempotency` (`created_at`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text,
	`status` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`inviter_id` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `invitation_by_organization` ON `invitation` (`organization_id`);--> statement-breakpoint
CREATE TABLE `member` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`department_id` text,
	`created_at` integer NOT NULL,
	`deactivated_at` integer
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `member_by_organization` ON `member` (`organization_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `member_by_user` ON `member` (`user_id`);--> statement-breakpoint
CREATE TABLE `merchants` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`locale` text NOT NULL,
	`locales` text NOT NULL,
	`time_zone` text NOT NULL,
	`accent` text NOT NULL,
	`logo_key` text,
	`allowed_origins` text NOT NULL,
	`email` text NOT NULL,
	`hand_off_reasons` text NOT NULL,
	`kinds` text NOT NULL,
	`created_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `merchants_slug_unique` ON `merchants` (`slug`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`merchant_id` text NOT NULL,
	`from` text NOT NULL,
	`staff_id` text,
	`visibility` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `messages_by_ticket` ON `messages` (`ticket_id`,`id`);--> statement-breakpoint
CREATE TABLE `organization` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`logo` text,
	`metadata` text,
	`created_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `organization_slug_unique` ON `organization` (`slug`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`merchant_id` text,
	`kind` text NOT NULL,
	`ticket_id` text,
	`message_id` text,
	`payload` text,
	`created_at` integer NOT NULL,
	`next_try_at` integer,
	`attempts` integer NOT NULL,
	`sent_at` integer,
	`failed_at` integer,
	`last_error` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `outbox_to_send` ON `outbox` (`next_try_at`) WHERE "outbox"."next_try_at" is not null;--> statement-breakpoint
CREATE TABLE `products` (
	`merchant_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`warranty_months` integer NOT NULL,
	`excluded_reason` text,
	PRIMARY KEY(`merchant_id`, `code`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `products_by_name` ON `products` (`merchant_id`,`name_folded`);--> statement-breakpoint
CREATE TABLE `remedies` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`number` integer NOT NULL,
	`deadline_number` integer NOT NULL,
	`merchant_id` text NOT NULL,
	`pledge` text NOT NULL,
	`state` text NOT NULL,
	`offers` text NOT NULL,
	`amount` text NOT NULL,
	`owed_at` integer NOT NULL,
	`settle_by` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `remedies_by_ticket` ON `remedies` (`ticket_id`,`number`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`active_organization_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_by_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE INDEX `session_by_expiry` ON `session` (`expires_at`);--> statement-breakpoint
CREATE TABLE `ticket_contents` (
	`ticket_id` text PRIMARY KEY NOT NULL,
	`merchant_id` text NOT NULL,
	`subject` text NOT NULL,
	`contact` text NOT NULL,
	`locale` text NOT NULL,
	`page` text,
	`product` text,
	`coverage` text,
	`callback` text,
	`fields` text,
	`resolution_plan` text
);
--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`merchant_id` text NOT NULL,
	`code` text NOT NULL,
	`key_salt` text NOT NULL,
	`sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`category` text,
	`status` text NOT NULL,
	`outcome` text,
	`exclusion` text,
	`priority` text NOT NULL,
	`channel` text NOT NULL,
	`customer_id` text NOT NULL,
	`customer_type` text NOT NULL,
	`customer_tier` text,
	`coverage` text,
	`commitment_version` integer NOT NULL,
	`department_id` text NOT NULL,
	`owner_id` text,
	`hand_offs` integer NOT NULL,
	`filed_at` integer NOT NULL,
	`first_replied_at` integer,
	`resolved_at` integer,
	`closed_at` integer,
	`in_inbox` integer NOT NULL,
	`sort_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_code_unique` ON `tickets` (`code`);--> statement-breakpoint
CREATE INDEX `tickets_inbox` ON `tickets` (`merchant_id`,`in_inbox`,`sort_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_by_owner` ON `tickets` (`merchant_id`,`owner_id`,`in_inbox`,`sort_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_by_department` ON `tickets` (`merchant_id`,`department_id`,`in_inbox`,`sort_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_to_close` ON `tickets` (`resolved_at`) WHERE "tickets"."status" = 'resolved';--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `verification_by_identifier` ON `verification` (`identifier`);--> statement-breakpoint
CREATE INDEX `verification_by_expiry` ON `verification` (`expires_at`);

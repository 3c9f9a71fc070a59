DROP INDEX `tickets_to_close`;--> statement-breakpoint
ALTER TABLE `tickets` ADD `facts` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `tickets` ADD `open_remedies` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `tickets_to_close` ON `tickets` (`resolved_at`) WHERE "tickets"."status" = 'resolved' and "tickets"."open_remedies" = 0;--> statement-breakpoint
ALTER TABLE `deadlines` ADD `missed_when` text;--> statement-breakpoint
ALTER TABLE `deadlines` ADD `warnings` text;--> statement-breakpoint
ALTER TABLE `deadlines` ADD `warned` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `deadlines` ADD `internal` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `deadlines` ADD `remedy_number` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `number` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `warns` text;--> statement-breakpoint
ALTER TABLE `remedies` ADD `chosen_offer` integer;--> statement-breakpoint
ALTER TABLE `remedies` ADD `chosen_at` integer;--> statement-breakpoint
ALTER TABLE `remedies` ADD `claim_by` integer;--> statement-breakpoint
ALTER TABLE `remedies` ADD `settled_at` integer;--> statement-breakpoint
ALTER TABLE `remedies` ADD `settled_amount` text;--> statement-breakpoint
ALTER TABLE `remedies` ADD `settled_days` integer;--> statement-breakpoint
ALTER TABLE `remedies` ADD `waived_at` integer;--> statement-breakpoint
ALTER TABLE `remedies` ADD `waived_exclusion` text;--> statement-breakpoint
ALTER TABLE `remedies` ADD `disputed_at` integer;--> statement-breakpoint
ALTER TABLE `remedies` ADD `expired_at` integer;--> statement-breakpoint
ALTER TABLE `remedies` ADD `watch_at` integer;--> statement-breakpoint
CREATE INDEX `remedies_to_watch` ON `remedies` (`watch_at`) WHERE "remedies"."watch_at" is not null;
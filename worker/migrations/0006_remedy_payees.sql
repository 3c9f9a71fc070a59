CREATE TABLE `remedy_payees` (
	`remedy_id` text PRIMARY KEY NOT NULL,
	`merchant_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`pay_to` text,
	`reference` text
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `remedies` ADD `is_open` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `remedies` ADD `sort_at` integer DEFAULT 253402214400000 NOT NULL;--> statement-breakpoint
CREATE INDEX `remedies_to_settle` ON `remedies` (`merchant_id`,`is_open`,`sort_at`,`id`);--> statement-breakpoint
-- What is owed already is listed by its settle-by time too.
UPDATE remedies SET sort_at = coalesce(
  (SELECT max(due_at) FROM deadlines d WHERE d.ticket_id = remedies.ticket_id AND d.remedy_number = remedies.number),
  sort_at
);

CREATE TABLE `commitment_drafts` (
	`merchant_id` text PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`internal_pledges` text NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`based_on_version` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `commitments` ADD `internal_pledges` text;--> statement-breakpoint
CREATE INDEX `tickets_by_filing` ON `tickets` (`merchant_id`,`filed_at`,`id`);
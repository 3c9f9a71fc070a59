-- The public record. Both are found by their key alone, so a row is written once.
CREATE TABLE `record_counters` (
	`merchant_id` text NOT NULL,
	`span` text NOT NULL,
	`period` text NOT NULL,
	`pledge` text NOT NULL,
	`milestone` text NOT NULL,
	`kept` integer NOT NULL,
	`missed` integer NOT NULL,
	`late` integer NOT NULL,
	`left_out` integer NOT NULL,
	`remedies_owed` integer NOT NULL,
	`remedies_settled` integer NOT NULL,
	`remedies_waived` integer NOT NULL,
	`remedies_expired` integer NOT NULL,
	`settled` text NOT NULL,
	`times` text NOT NULL,
	PRIMARY KEY(`merchant_id`, `span`, `period`, `pledge`, `milestone`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `record_lines` (
	`merchant_id` text NOT NULL,
	`day` text NOT NULL,
	`handle` text NOT NULL,
	`pledge` text NOT NULL,
	`milestone` text NOT NULL,
	`outcome` text NOT NULL,
	`minutes` integer,
	`remedy_state` text,
	`remedy_amount` text,
	PRIMARY KEY(`merchant_id`, `day`, `handle`)
) WITHOUT ROWID;

ALTER TABLE `ticket_contents` ADD `rating_comment` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `rating_level` integer;--> statement-breakpoint
ALTER TABLE `tickets` ADD `rating_about` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `rating_cause` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `rated_at` integer;
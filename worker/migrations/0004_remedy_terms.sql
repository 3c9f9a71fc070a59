ALTER TABLE `remedies` DROP COLUMN `offers`;--> statement-breakpoint
ALTER TABLE `remedies` DROP COLUMN `amount`;--> statement-breakpoint
ALTER TABLE `remedies` DROP COLUMN `settle_by`;
CREATE TABLE `articles` (
	`id` integer PRIMARY KEY NOT NULL,
	`merchant_id` text NOT NULL,
	`locale` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`kinds` text,
	`published` integer NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`scope` text NOT NULL,
	`title_folded` text NOT NULL,
	`body_folded` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_by_slug` ON `articles` (`merchant_id`,`locale`,`slug`);--> statement-breakpoint
CREATE TABLE `embeds` (
	`merchant_id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`position` text NOT NULL,
	`color_scheme` text NOT NULL,
	`heading` text,
	`fields` text NOT NULL,
	`challenge` text NOT NULL,
	`turnstile_site_key` text,
	`turnstile_secret` text,
	`identify_version` integer,
	`identify_salt` text,
	`identify_made_at` integer
);
--> statement-breakpoint
CREATE TABLE `used_proofs` (
	`hash` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `used_proofs_by_expiry` ON `used_proofs` (`expires_at`);--> statement-breakpoint
ALTER TABLE `customers` ADD `external_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `customers_by_external_id` ON `customers` (`merchant_id`,`external_id`) WHERE "customers"."external_id" is not null;--> statement-breakpoint
CREATE INDEX `tickets_by_customer` ON `tickets` (`customer_id`,`id`);--> statement-breakpoint
-- Words of articles are found through `scope`, one word for a merchant and language, so a search meets no other's.
CREATE VIRTUAL TABLE article_search USING fts5(scope, title_folded, body_folded, content='articles', content_rowid='id', prefix='2 3', tokenize='unicode61');
--> statement-breakpoint
CREATE TRIGGER articles_searched AFTER INSERT ON articles
BEGIN
  INSERT INTO article_search (rowid, scope, title_folded, body_folded)
  VALUES (NEW.id, NEW.scope, NEW.title_folded, NEW.body_folded);
END;
--> statement-breakpoint
CREATE TRIGGER articles_searched_no_more AFTER DELETE ON articles
BEGIN
  INSERT INTO article_search (article_search, rowid, scope, title_folded, body_folded)
  VALUES ('delete', OLD.id, OLD.scope, OLD.title_folded, OLD.body_folded);
END;
--> statement-breakpoint
CREATE TRIGGER articles_searched_anew AFTER UPDATE OF scope, title_folded, body_folded ON articles
BEGIN
  INSERT INTO article_search (article_search, rowid, scope, title_folded, body_folded)
  VALUES ('delete', OLD.id, OLD.scope, OLD.title_folded, OLD.body_folded);
  INSERT INTO article_search (rowid, scope, title_folded, body_folded)
  VALUES (NEW.id, NEW.scope, NEW.title_folded, NEW.body_folded);
END;

-- Published versions and events never change: the database itself refuses.
CREATE TRIGGER commitments_never_change BEFORE UPDATE ON commitments
BEGIN SELECT RAISE(ABORT, 'a published commitment never changes'); END;
--> statement-breakpoint
CREATE TRIGGER commitments_never_go BEFORE DELETE ON commitments
BEGIN SELECT RAISE(ABORT, 'a published commitment is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER events_never_change BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER events_never_go BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

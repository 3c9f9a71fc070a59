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
--> statement-breakpoint
-- Two messages sent at once with the same file: the second's whole batch fails, so no message is without its file.
CREATE TRIGGER attachments_attach_once BEFORE UPDATE OF ticket_id ON attachments
WHEN OLD.ticket_id IS NOT NULL AND NEW.ticket_id IS NOT OLD.ticket_id
BEGIN SELECT RAISE(ABORT, 'a file is attached once'); END;

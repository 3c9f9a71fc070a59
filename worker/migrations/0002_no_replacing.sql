-- INSERT OR REPLACE takes a row away without asking the triggers that keep it from going; these are asked first.
CREATE TRIGGER events_never_replaced BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE ticket_id = NEW.ticket_id AND sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER commitments_never_replaced BEFORE INSERT ON commitments
WHEN EXISTS (SELECT 1 FROM commitments WHERE merchant_id = NEW.merchant_id AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a published commitment never changes'); END;

/**
 * The journal's shape, step by step. `user_version` counts the steps a file has seen. A step that has been released is
 * never edited; a change is a new step.
 *
 * `attempt_events`, `refund_events` and `audit_events` are the record: append-only, and one hash chain through all, in the
 * order of `seq`. No step touches what lies in them. All other tables are projections of them (or the basket, which is no record), and are
 * rebuilt after the steps: a step makes tables and leaves their rows to that.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;

  CREATE TABLE attempt_events (
    seq INTEGER PRIMARY KEY,
    attempt_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    payload TEXT NOT NULL,
    previous_hash BLOB NOT NULL,
    hash BLOB NOT NULL
  ) STRICT;

  CREATE TABLE refund_events (
    seq INTEGER PRIMARY KEY,
    refund_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    payload TEXT NOT NULL,
    previous_hash BLOB NOT NULL,
    hash BLOB NOT NULL
  ) STRICT;

  CREATE INDEX attempt_events_of ON attempt_events (attempt_id, seq);
  CREATE INDEX refund_events_of ON refund_events (refund_id, seq);

  CREATE TRIGGER attempt_events_stay BEFORE UPDATE ON attempt_events
  BEGIN SELECT RAISE(ABORT, 'attempt_events is append-only'); END;
  CREATE TRIGGER attempt_events_last BEFORE DELETE ON attempt_events
  BEGIN SELECT RAISE(ABORT, 'attempt_events is append-only'); END;
  CREATE TRIGGER refund_events_stay BEFORE UPDATE ON refund_events
  BEGIN SELECT RAISE(ABORT, 'refund_events is append-only'); END;
  CREATE TRIGGER refund_events_last BEFORE DELETE ON refund_events
  BEGIN SELECT RAISE(ABORT, 'refund_events is append-only'); END;

  CREATE TABLE chain_head (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL
  ) STRICT;

  CREATE TABLE attempts (
    attempt_id TEXT PRIMARY KEY,
    sale_id TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    started_at INTEGER NOT NULL,
    deadline_at INTEGER NOT NULL,
    open INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    alarmed INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;

  CREATE UNIQUE INDEX one_open_attempt_per_sale ON attempts (sale_id) WHERE open = 1;
  CREATE INDEX attempts_of_sale ON attempts (sale_id);
  CREATE INDEX attempts_unsettled ON attempts (started_at) WHERE settled = 0;
  CREATE INDEX attempts_watched ON attempts (deadline_at);
  CREATE INDEX attempts_unclosed ON attempts (started_at) WHERE closed = 0;
  CREATE INDEX attempts_alarmed ON attempts (started_at) WHERE alarmed = 1;

  CREATE TABLE refunds (
    refund_id TEXT PRIMARY KEY,
    sale_id TEXT NOT NULL,
    attempt_id TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    started_at INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;

  CREATE UNIQUE INDEX one_running_refund_per_attempt ON refunds (attempt_id) WHERE settled = 0;
  CREATE INDEX refunds_of_sale ON refunds (sale_id);
  CREATE INDEX refunds_unsettled ON refunds (started_at) WHERE settled = 0;

  CREATE TABLE terminal_holds (
    terminal_id TEXT PRIMARY KEY,
    holder TEXT NOT NULL UNIQUE,
    reference TEXT NOT NULL
  ) STRICT;

  CREATE TABLE sales (
    sale_id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    started_at INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;

  CREATE TABLE baskets (
    basket_id TEXT PRIMARY KEY,
    body TEXT NOT NULL
  ) STRICT;
  `,
  // A refund that a manager marked no longer bars the next one; a payment found at Dintero may bear a reference that the
  // journal has given out anew, and moves to another sale when it is taken over.
  `
  ALTER TABLE refunds ADD COLUMN open INTEGER NOT NULL DEFAULT 0;
  UPDATE refunds SET open = 1 - settled;
  DROP INDEX one_running_refund_per_attempt;
  CREATE UNIQUE INDEX one_open_refund_per_attempt ON refunds (attempt_id) WHERE open = 1;

  ALTER TABLE attempts RENAME TO attempts_before;
  CREATE TABLE attempts (
    attempt_id TEXT PRIMARY KEY,
    sale_id TEXT NOT NULL,
    reference TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    deadline_at INTEGER NOT NULL,
    open INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    alarmed INTEGER NOT NULL,
    found INTEGER NOT NULL,
    orphan INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  INSERT INTO attempts
    SELECT attempt_id, sale_id, reference, started_at, deadline_at, open, settled, closed, alarmed, 0, 0, body
    FROM attempts_before;
  DROP TABLE attempts_before;

  CREATE UNIQUE INDEX one_open_attempt_per_sale ON attempts (sale_id) WHERE open = 1;
  CREATE UNIQUE INDEX one_reference_per_attempt ON attempts (reference) WHERE found = 0;
  CREATE INDEX attempts_of_sale ON attempts (sale_id);
  CREATE INDEX attempts_by_reference ON attempts (reference);
  CREATE INDEX attempts_unsettled ON attempts (started_at) WHERE settled = 0;
  CREATE INDEX attempts_watched ON attempts (deadline_at);
  CREATE INDEX attempts_unclosed ON attempts (started_at) WHERE closed = 0;
  CREATE INDEX attempts_alarmed ON attempts (started_at) WHERE alarmed = 1;
  CREATE INDEX attempts_orphaned ON attempts (started_at) WHERE orphan = 1;
  `,
  // Nothing that is asked at the start or while selling may read the whole table, however long the till has been in use.
  // The rows come from the rebuild that follows the steps.
  `
  DROP TABLE refunds;
  CREATE TABLE refunds (
    refund_id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    sale_id TEXT NOT NULL,
    attempt_id TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    started_at INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    open INTEGER NOT NULL,
    attention INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;

  CREATE UNIQUE INDEX one_open_refund_per_attempt ON refunds (attempt_id) WHERE open = 1;
  CREATE INDEX refunds_of_sale ON refunds (sale_id);
  CREATE INDEX refunds_unsettled ON refunds (started_at) WHERE settled = 0;
  CREATE INDEX refunds_wanting_attention ON refunds (started_at) WHERE attention = 1;

  CREATE INDEX attempts_opened ON attempts (body ->> '$.terminalId', started_at)
    WHERE body ->> '$.openedAt' IS NOT NULL;
  `,
  // A charge writes as few pages as it can: what undo goes back to lies apart from the open basket, a sale's number is
  // its row's, and a reference is looked up by the index that also keeps it unique.
  `
  ALTER TABLE baskets RENAME TO baskets_before;
  CREATE TABLE baskets (
    basket_id TEXT PRIMARY KEY,
    body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  INSERT INTO baskets SELECT 'open', body -> '$.basket' FROM baskets_before WHERE basket_id = 'open';
  INSERT INTO baskets SELECT 'past', body -> '$.past' FROM baskets_before WHERE basket_id = 'open';
  DROP TABLE baskets_before;

  DROP TABLE sales;
  CREATE TABLE sales (
    number INTEGER PRIMARY KEY,
    sale_id TEXT NOT NULL UNIQUE,
    started_at INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;

  DROP TABLE terminal_holds;
  CREATE TABLE terminal_holds (
    terminal_id TEXT PRIMARY KEY,
    holder TEXT NOT NULL UNIQUE,
    reference TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  DROP INDEX attempts_by_reference;
  CREATE INDEX found_attempts_by_reference ON attempts (reference) WHERE found = 1;
  `,
  // How long a terminal took is asked at every charge: it is read from an index, without opening a body.
  `
  DROP INDEX attempts_opened;
  ALTER TABLE attempts ADD COLUMN terminal_id TEXT NOT NULL DEFAULT '';
  ALTER TABLE attempts ADD COLUMN opened_ms INTEGER;
  CREATE INDEX attempts_opened ON attempts (terminal_id, started_at, opened_ms) WHERE opened_ms IS NOT NULL;
  `,
  // The audit log: entries of its own in the chain, and a table that tells those together with what the events of payments
  // and refunds say. It is read from its newest end, by what an entry is about, by who it is about, and by time.
  `
  CREATE TABLE audit_events (
    seq INTEGER PRIMARY KEY,
    person_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    payload TEXT NOT NULL,
    previous_hash BLOB NOT NULL,
    hash BLOB NOT NULL
  ) STRICT;

  CREATE TRIGGER audit_events_stay BEFORE UPDATE ON audit_events
  BEGIN SELECT RAISE(ABORT, 'audit_events is append-only'); END;
  CREATE TRIGGER audit_events_last BEFORE DELETE ON audit_events
  BEGIN SELECT RAISE(ABORT, 'audit_events is append-only'); END;

  CREATE TABLE audit_entries (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    topic TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;

  CREATE INDEX audit_entries_of_topic ON audit_entries (topic, seq);
  CREATE INDEX audit_entries_by_time ON audit_entries (at, seq);

  CREATE TABLE audit_words (
    seq INTEGER PRIMARY KEY,
    words TEXT NOT NULL
  ) STRICT;

  CREATE TABLE audit_people (
    person_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    topic TEXT NOT NULL,
    PRIMARY KEY (person_id, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX audit_people_by_topic ON audit_people (person_id, topic, seq);
  `,
  // Sales are searched by reference, amount, card and date: one index holds all of it, in the order of the list.
  `
  ALTER TABLE sales ADD COLUMN amount INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE sales ADD COLUMN card_digits TEXT NOT NULL DEFAULT '';
  ALTER TABLE sales ADD COLUMN reference_words TEXT NOT NULL DEFAULT '';
  CREATE INDEX sales_searched ON sales (number, started_at, amount, card_digits, reference_words);
  `,
  // A refund may be of a payment that another till took: it is known by its transaction, and has no sale here.
  `
  DROP TABLE refunds;
  CREATE TABLE refunds (
    refund_id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    sale_id TEXT,
    transaction_id TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    started_at INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    open INTEGER NOT NULL,
    attention INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;

  CREATE UNIQUE INDEX one_open_refund_per_payment ON refunds (transaction_id) WHERE open = 1;
  CREATE INDEX refunds_of_payment ON refunds (transaction_id);
  CREATE INDEX refunds_of_sale ON refunds (sale_id) WHERE sale_id IS NOT NULL;
  CREATE INDEX refunds_unsettled ON refunds (started_at) WHERE settled = 0;
  CREATE INDEX refunds_wanting_attention ON refunds (started_at) WHERE attention = 1;
  `,
];

DROP TABLE ledger_lines;
DROP FUNCTION sec.keep_books();

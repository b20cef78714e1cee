-- Stored generated columns that depend on the session's names of months and on PAD_CHAR_TO_FULL_LENGTH
-- Use: a Croatian application sets lc_time_names; an old one has CHAR padded.
-- Expected: the source's values, or a halt: as plain columns they get them.
-- Basis: DATE_FORMAT reads the writing session's lc_time_names, CHAR in an expression its sql_mode; both servers compute.
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE computed_session (id INT PRIMARY KEY AUTO_INCREMENT, d DATE, m VARCHAR(20) AS (DATE_FORMAT(d, '%M')) STORED);
CREATE TABLE computed_session__pad (id INT PRIMARY KEY AUTO_INCREMENT, c CHAR(5), w VARCHAR(20) AS (CONCAT(c, '.')) STORED);
-- [stream]
SET SESSION lc_time_names = 'hr_HR';
INSERT INTO computed_session (id, d) VALUES (1, '2020-05-01'), (2, '2020-12-01');
SET SESSION lc_time_names = DEFAULT;
SET SESSION sql_mode = 'PAD_CHAR_TO_FULL_LENGTH';
INSERT INTO computed_session__pad (id, c) VALUES (1, 'ab');
SET SESSION sql_mode = DEFAULT;
INSERT INTO computed_session__pad (id, c) VALUES (2, 'cd');
-- step: halted target-computes: on target: ALTER TABLE computed_session MODIFY m VARCHAR(20)
-- step: halted target-computes: on target: ALTER TABLE computed_session__pad MODIFY w VARCHAR(20)
-- [comparison]
-- [rows]
SELECT d, m FROM computed_session ORDER BY d
2020-05-01|Svibanj
2020-12-01|Prosinac
SELECT c, w FROM computed_session__pad ORDER BY c
ab|ab   .
cd|cd.

-- Keys of text change in case, accents and trailing spaces, behind a dead letter, with children that write them otherwise
-- Use: people correct how a code is spelt.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE text_key_case (k VARCHAR(20) PRIMARY KEY, v VARCHAR(20), n INT) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_general_ci;
CREATE TABLE text_key_case__kid (k VARCHAR(20), nr INT, v VARCHAR(20), PRIMARY KEY (k, nr), CONSTRAINT ctc_fk FOREIGN KEY (k) REFERENCES text_key_case (k) ON UPDATE CASCADE ON DELETE CASCADE) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_general_ci;
-- [target]
ALTER TABLE text_key_case MODIFY v VARCHAR(5);
-- [before]
INSERT INTO text_key_case VALUES ('straße', 's', 1), ('Ab', 'a', 2), ('ee', 'e', 3);
INSERT INTO text_key_case__kid VALUES ('STRAßE', 1, 'k1'), ('aB ', 1, 'k2'), ('éé', 1, 'k3');
-- [stream]
UPDATE text_key_case SET k = 'AB' WHERE k = 'ab';
UPDATE text_key_case SET k = 'AB  ', v = 'spaces at end' WHERE k = 'ab';
UPDATE text_key_case SET n = 22 WHERE k = 'ab';
UPDATE text_key_case SET k = 'éE' WHERE k = 'ee';
UPDATE text_key_case__kid SET v = 'k3x' WHERE k = 'ee';
INSERT INTO text_key_case__kid VALUES ('ab', 2, 'k4'), ('EÉ', 2, 'k5');
INSERT INTO text_key_case VALUES ('ab', 'dup', 9) ON DUPLICATE KEY UPDATE n = 23, k = VALUES(k);
-- step: await applied
-- step: on target: ALTER TABLE text_key_case MODIFY v VARCHAR(20)
-- step: replay dead letters
DELETE FROM text_key_case WHERE k = 'STRAßE';
UPDATE text_key_case__kid SET nr = nr + 10 ORDER BY nr DESC;
-- [comparison]
-- [rows]
SELECT HEX(k), v, n FROM text_key_case ORDER BY v
C3A945|e|3
6162|spaces at end|23
SELECT HEX(k), nr, v FROM text_key_case__kid ORDER BY v
6162|11|k2
C3A945|11|k3x
6162|12|k4
45C389|12|k5

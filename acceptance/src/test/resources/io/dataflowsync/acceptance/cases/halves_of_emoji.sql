-- Texts in utf8 that have the halves of signs beyond three bytes, as old Java programs wrote them
-- Use: CESU-8 in utf8 columns of 5.7, which takes it, and 8.0 does not; keys are user names.
-- Expected: a dead letter for each such row, and not two rows that become one, or a text of question marks in silence; the source's rows once the texts are written anew, the letters dismissed and the tables read again. A replacement character that the source has itself is a text like others.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE halves_of_emoji (k VARCHAR(20) CHARACTER SET utf8 COLLATE utf8_bin PRIMARY KEY, n INT);
CREATE TABLE halves_of_emoji__value (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20) CHARACTER SET utf8 COLLATE utf8_bin);
-- [before]
INSERT INTO halves_of_emoji VALUES (_utf8 x'41EDA0BDEDB880', 1), (_utf8 x'41EDA0BDEDB881', 2), ('plain', 3), (_utf8 x'41EFBFBD', 4);
INSERT INTO halves_of_emoji__value VALUES (1, _utf8 x'41EDA0BDEDB880'), (2, _utf8 x'41EFBFBD');
-- [stream]
INSERT INTO halves_of_emoji__value VALUES (3, _utf8 x'41EDA0BDEDB881'), (4, _utf8 x'42EFBFBD');
UPDATE halves_of_emoji SET n = 30 WHERE k = 'plain';
INSERT INTO halves_of_emoji VALUES (_utf8 x'42EFBFBD', 5);
-- step: await applied
UPDATE halves_of_emoji SET k = 'one' WHERE n = 1;
UPDATE halves_of_emoji SET k = 'two' WHERE n = 2;
UPDATE halves_of_emoji__value SET v = 'anew' WHERE id IN (1, 3);
-- step: await applied
-- step: dismiss dead letters
-- step: read again: halves_of_emoji
-- step: read again: halves_of_emoji__value
-- step: await applied
-- [comparison]
-- [rows]
SELECT HEX(k), n FROM halves_of_emoji ORDER BY n
6F6E65|1
74776F|2
41EFBFBD|4
42EFBFBD|5
706C61696E|30
SELECT HEX(v) FROM halves_of_emoji__value ORDER BY v
41EFBFBD
42EFBFBD
616E6577
616E6577

-- A trigger makes the parent of a new row, others count rows and keep a log without a key; INSERT, ON DUPLICATE KEY UPDATE and REPLACE fire them
-- Use: counters and logs kept by triggers of the source; the target has none.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
trigger_makes_the_parent__log: { references: { p: trigger_makes_the_parent, k: trigger_makes_the_parent__kid } }
-- [both]
CREATE TABLE trigger_makes_the_parent (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n INT NOT NULL DEFAULT 0);
CREATE TABLE trigger_makes_the_parent__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT NOT NULL, w VARCHAR(9), CONSTRAINT tmp_1 FOREIGN KEY (p) REFERENCES trigger_makes_the_parent (id));
CREATE TABLE trigger_makes_the_parent__log (k INT, p INT, what VARCHAR(9));
-- [source]
CREATE TRIGGER tmp_before BEFORE INSERT ON trigger_makes_the_parent__kid FOR EACH ROW BEGIN IF NEW.p = 0 THEN INSERT INTO trigger_makes_the_parent (v) VALUES (CONCAT('of ', NEW.w)); SET NEW.p = LAST_INSERT_ID(); END IF; END;
CREATE TRIGGER tmp_after AFTER INSERT ON trigger_makes_the_parent__kid FOR EACH ROW BEGIN UPDATE trigger_makes_the_parent SET n = n + 1 WHERE id = NEW.p; INSERT INTO trigger_makes_the_parent__log VALUES (NEW.id, NEW.p, 'comes'); END;
CREATE TRIGGER tmp_gone AFTER DELETE ON trigger_makes_the_parent__kid FOR EACH ROW BEGIN INSERT INTO trigger_makes_the_parent__log VALUES (OLD.id, OLD.p, 'goes'); UPDATE trigger_makes_the_parent SET n = n - 1 WHERE id = OLD.p; END;
CREATE TRIGGER tmp_change BEFORE UPDATE ON trigger_makes_the_parent__kid FOR EACH ROW SET NEW.w = UPPER(NEW.w);
-- [target]
ALTER TABLE trigger_makes_the_parent AUTO_INCREMENT = 2;
ALTER TABLE trigger_makes_the_parent__kid AUTO_INCREMENT = 501;
-- [before]
INSERT INTO trigger_makes_the_parent VALUES (1, 'first', 0);
-- [stream]
-- step: end dpu-service
INSERT INTO trigger_makes_the_parent__kid VALUES (1, 0, 'a'), (2, 0, 'b'), (3, 1, 'c');
INSERT INTO trigger_makes_the_parent__kid VALUES (3, 1, 'x') ON DUPLICATE KEY UPDATE w = 'x';
REPLACE INTO trigger_makes_the_parent__kid VALUES (2, 1, 'r');
DELETE FROM trigger_makes_the_parent__kid WHERE id = 1;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT v, n FROM trigger_makes_the_parent ORDER BY v
first|2
of a|0
of b|0
SELECT k.w, p.v FROM trigger_makes_the_parent__kid k LEFT JOIN trigger_makes_the_parent p ON p.id = k.p ORDER BY k.w
r|first
X|first
SELECT l.what, p.v, k.w FROM trigger_makes_the_parent__log l LEFT JOIN trigger_makes_the_parent p ON p.id = l.p LEFT JOIN trigger_makes_the_parent__kid k ON k.id = l.k ORDER BY l.what, p.v, k.w
comes|first|r
comes|first|X
comes|of a|null
comes|of b|r
goes|of a|null
goes|of b|r

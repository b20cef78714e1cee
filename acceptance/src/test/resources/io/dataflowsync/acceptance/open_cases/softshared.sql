-- A reference of the pipeline file to a shared key, whose parent changes its key
-- Settings: none
-- [pipeline]
softshared__visit: { references: { d: softshared__detail } }
-- [both]
CREATE TABLE softshared__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE softshared__detail (id INT PRIMARY KEY, x VARCHAR(9), CONSTRAINT h3ss_fk FOREIGN KEY (id) REFERENCES softshared__owner (id) ON UPDATE CASCADE);
CREATE TABLE softshared__visit (id INT PRIMARY KEY AUTO_INCREMENT, d INT, w VARCHAR(9));
-- [target]
ALTER TABLE softshared__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO softshared__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO softshared__detail VALUES (1, 'd1'), (2, 'd2');
INSERT INTO softshared__visit VALUES (1, 1, 'v1'), (2, 2, 'v2'), (3, 3, 'v3');
-- [stream]
UPDATE softshared__owner SET id = 9 WHERE id = 1;
INSERT INTO softshared__visit VALUES (4, 9, 'v4');
INSERT INTO softshared__owner VALUES (1, 'next');
INSERT INTO softshared__detail VALUES (1, 'd1b');
-- [comparison]
-- [rows]
SELECT v.w, d.x, o.n FROM softshared__visit v LEFT JOIN softshared__detail d ON d.id = v.d LEFT JOIN softshared__owner o ON o.id = d.id ORDER BY v.w
v1|d1b|next
v2|d2|b
v3|null|null
v4|d1|a

-- The rights that the services need on MariaDB, where they keep their logs and the relationships.
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, CREATE VIEW, CREATE TEMPORARY TABLES ON `dfs_shop`.* TO 'dfs'@'%';

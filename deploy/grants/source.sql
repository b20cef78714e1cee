-- The rights that cdc-service needs on the source. Write your user for dfs, and one more of the second line for each further schema.
GRANT RELOAD, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO 'dfs'@'%';
GRANT SELECT ON `shop`.* TO 'dfs'@'%';

-- The rights that monitor-ui needs on MariaDB, where it has a user of its own: set DFS_LOG_USER and DFS_LOG_PASSWORD in its environment.
GRANT SELECT ON `dfs_shop`.* TO 'dfs'@'%';

-- The rights that dpu-service needs on the target.
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, TRIGGER ON `store`.* TO 'dfs'@'%';

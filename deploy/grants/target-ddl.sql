-- What it needs there besides where the pipeline file says ddl: apply.
GRANT DROP, INDEX, REFERENCES ON `store`.* TO 'dfs'@'%';

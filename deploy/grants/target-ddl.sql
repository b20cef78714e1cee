-- The further rights that dpu-service needs on the target where the pipeline file says ddl: apply.
GRANT DROP, INDEX, REFERENCES ON `store`.* TO 'dfs'@'%';
